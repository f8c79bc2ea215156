import { httpTransport, operations, simulatorHeader } from '../../../src/api';
import { aServer, type Server } from '../../contract/a-server';
import { examples, preparedFor } from '../../contract/examples';
import { anOrdersBody } from '../http/a-registry';

const collection = '/v1/project/demo/service';

describe('a registry that is served as the vendor`s', () => {
  let server: Server;
  let token: string;
  const ask = (method: string, path: string, body?: unknown) =>
    server.send({
      method,
      path,
      headers: { authorization: `aivenv1 ${token}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  beforeEach(() => {
    server = aServer({ strictVendor: true });
    token = server.token('admin');
  });
  afterEach(() => server.close());

  test('has no path of ours', async () => {
    for (const { method, path } of operations.filter(({ path }) => path.startsWith('/v1/forkcast/'))) {
      const answer = await ask(method, path.replace('{project}', 'demo').replace(/\{\w+\}/gu, 'x'), {});
      expect([path, answer.status, answer.text.includes('path_unknown')]).toEqual([path, 404, true]);
    }
  });

  test('tells nothing of ours, in any answer', async () => {
    const parts: Readonly<Record<string, string>> = preparedFor(server.world);
    const vendors = operations.filter(
      ({ id, path, method }) => !path.startsWith('/v1/forkcast/') && (method === 'GET' || id === 'ServiceCreate'),
    );
    for (const { id, method, path } of vendors) {
      const all: Readonly<Record<string, string>> = { ...parts, ...examples[id]?.path };
      const filled = path.replace(/\{(\w+)\}/gu, (_part, name: string) => encodeURIComponent(all[name] ?? 'x'));
      const answer = await ask(method, filled, examples[id]?.body);
      expect([id, /"(forkcast|predicted_by)":/u.exec(answer.text)?.[0]]).toEqual([id, undefined]);
      expect(answer.headers).not.toHaveProperty(simulatorHeader);
    }
  });

  test('has one clock, the registry`s, in its header too', async () => {
    server.world.run({ type: 'SetClock', mode: { kind: 'frozen' } }, { type: 'AdvanceClock', byMs: 86_400_500 });
    const date = new Date(server.world.now()).toUTCString();
    for (const path of [`${collection}/orders`, '/v1/project', '/v1/nothing'])
      expect((await ask('GET', path)).headers).toMatchObject({ date });
  });

  test('keeps a tag that somebody calls so', async () => {
    await ask('POST', collection, anOrdersBody({ tags: { forkcast: 'yes' } }));
    const { text } = await ask('GET', `${collection}/orders`);
    expect(JSON.parse(text)).toMatchObject({ service: { tags: { forkcast: 'yes' } } });
  });

  test('takes no field of ours, and makes nothing by it', async () => {
    const refused = await ask('POST', collection, { ...anOrdersBody(), forkcast: { from: 'secondary' } });
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('unknown field')]);
    expect((await ask('GET', `${collection}/orders`)).status).toBe(404);
  });

  test('honours no expectation, and so does nothing where one is stated', async () => {
    await ask('POST', collection, anOrdersBody());
    const refused = await ask('DELETE', `${collection}/orders?expect_owner=never`);
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('honours no expectation')]);
    expect((await ask('GET', `${collection}/orders`)).status).toBe(200);
  });

  test('is not told from a real account, so that a client of ours ends nothing there', async () => {
    await ask('POST', collection, anOrdersBody());
    const transport = httpTransport({ url: await server.listening(), token, simulatorOnly: true });
    const path = `${collection}/orders`;
    expect((await transport.send({ method: 'GET', path })).status).toBe(200);
    for (const method of ['DELETE', 'PUT'] as const) {
      await expect(transport.send({ method, path })).rejects.toMatchObject({ code: 'FC_REAL_ACCOUNT' });
    }
    expect((await ask('GET', path)).status).toBe(200);
  });
});
