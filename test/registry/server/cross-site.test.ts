import { comesFromAnotherPage } from '../../../src/registry/http/server/loopback';
import { aServer } from '../../contract/a-server';

const advance = { method: 'POST', path: '/v1/forkcast/clock/advance', body: '{"by_ms":1000}' };
const plain = { 'content-type': 'text/plain' };

describe('a request that another page sends to a registry without a token', () => {
  test.each([
    ['another port of this machine', { host: '127.0.0.1:8321', origin: 'http://localhost:3000', site: undefined }],
    ['another scheme', { host: 'localhost:443', origin: 'https://localhost:8443', site: undefined }],
    ['no origin that tells', { host: 'localhost:8321', origin: 'null', site: undefined }],
    ['a site beside', { host: 'localhost:8321', origin: undefined, site: 'same-site' }],
    ['a site elsewhere', { host: 'localhost:8321', origin: undefined, site: 'cross-site' }],
  ])('is known by its headers: %s', (_name, headers) => {
    expect(comesFromAnotherPage(headers)).toBe(true);
  });

  test.each([
    ['a client that is no browser', { host: 'localhost:8321', origin: undefined, site: undefined }],
    [
      'the console of the registry itself',
      { host: 'localhost:8321', origin: 'http://localhost:8321', site: 'same-origin' },
    ],
    ['an address that somebody typed', { host: 'localhost:8321', origin: undefined, site: 'none' }],
  ])('is none: %s', (_name, headers) => {
    expect(comesFromAnotherPage(headers)).toBe(false);
  });

  test.each([true, false])('changes nothing, whether only this machine reaches it (%s) or not', async (loopback) => {
    const server = aServer({ loopback });
    const sent = async (headers: Readonly<Record<string, string>>) =>
      (await server.send({ ...advance, headers })).status;
    const before = server.world.now();
    expect(await sent({ ...plain, host: 'localhost:8321', origin: 'http://localhost:3000' })).toBe(403);
    expect(await sent({ ...plain, host: 'localhost:8321', 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(
      await sent({ 'content-type': 'application/x-www-form-urlencoded', host: 'localhost:8321', origin: 'null' }),
    ).toBe(403);
    expect(server.world.now()).toBe(before);
    expect(await sent({ host: 'localhost:8321' })).toBe(200);
    expect(await sent({ ...plain, host: 'localhost:8321', origin: 'http://localhost:8321' })).toBe(200);
    await server.close();
  });

  test('asks nothing of a client that sends a token, as the vendor’s do', async () => {
    const server = aServer();
    const authorization = `aivenv1 ${server.token('admin')}`;
    expect(
      (await server.send({ ...advance, headers: { authorization, origin: 'http://localhost:3000' } })).status,
    ).toBe(200);
    await server.close();
  });
});
