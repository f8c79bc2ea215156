import { largestBody } from '../../../src/registry/http/server/create-server';
import { jsonFaultAt } from '../../../src/registry/http/server/json-fault';
import fc from 'fast-check';
import { aBody, aServer, collection } from './a-server';
import { runs } from '../../whole';

describe('a served registry', () => {
  test.each([
    ['application/octet-stream', ''],
    ['application/json', ''],
    ['application/json', '?limit=999'],
    ['text/odd; charset=latin1', ''],
  ])('deletes without a body and with the content type %s%s', async (contentType, query) => {
    const { ask } = aServer();
    await ask('POST', collection, { body: aBody('orders') });
    const answer = await ask('DELETE', `${collection}/orders${query}`, {
      headers: { 'content-type': contentType, 'content-length': '0' },
    });
    expect(answer).toMatchObject({ status: 200, body: { message: 'deleted' } });
    expect(await ask('GET', `${collection}/orders`)).toMatchObject({ status: 404, code: 'service_not_found' });
  });

  test('reads a body whatever it calls itself', async () => {
    const { ask } = aServer();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await ask('POST', `${collection}?limit=999`, { body: aBody('orders'), headers })).toMatchObject({
      status: 200,
    });
  });

  test.each([
    ['{"service_name": "x",}', '"}" is not expected at line 1, column 22, after the comma at line 1, column 21'],
    ['{"a": {"b": 1},\n  }\n', '"}" is not expected at line 2, column 3, after the comma at line 1, column 15'],
    ['["a", ]', 'no comma after the last field: remove it'],
    ['{"service_name": "x",\n  "plan": business}', '"b" is not expected at line 2, column 11'],
    ['{"service_name": "x"', 'the end is not expected at line 1, column 21'],
    ['[1 2]', '"2" is not expected at line 1, column 4'],
    ['{"a": 01}', '"1" is not expected at line 1, column 8'],
  ])('names the place where %j is no JSON', async (text, place) => {
    const answer = await aServer().ask('POST', collection, { body: Buffer.from(text) });
    expect(answer).toMatchObject({ status: 400, code: 'request_invalid' });
    expect(answer.body.message).toContain(place);
  });

  test('finds a fault exactly where JSON.parse throws', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 2 }), (text, at, put) => {
        const place = at % (text.length + 1);
        const broken = text.slice(0, place) + put + text.slice(place + 1);
        let parses = true;
        try {
          JSON.parse(broken);
        } catch {
          parses = false;
        }
        const fault = jsonFaultAt(broken);
        expect(fault).toBeLessThanOrEqual(broken.length);
        // A text that parses is one fault short of its end: after it, nothing may come.
        if (parses) expect(broken.slice(fault).trim()).toBe('');
      }),
      { numRuns: runs(500) },
    );
  });

  test.each([
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])],
    ['lists in lists without end', Buffer.from('['.repeat(200_000))],
  ])('refuses %s', async (_name, body) => {
    expect(await aServer().ask('POST', collection, { body })).toMatchObject({ status: 400, code: 'request_invalid' });
  });

  test.each([
    ['__proto__', 'The body has a field __proto__, and nothing can be called so'],
    [String.raw`__pr\u006fto__`, 'The body has a field __proto__'],
    ['constructor', "Services of type pg have no user_config key 'constructor'"],
    ['toString', "Services of type pg have no user_config key 'toString'"],
  ])('refuses a setting that is called %s', async (name, says) => {
    const { ask } = aServer();
    const text = JSON.stringify({ ...aBody('orders'), user_config: { NAME: { a: 1 } } }).replace('NAME', name);
    const answer = await ask('POST', collection, { body: Buffer.from(text) });
    expect([answer.status, answer.body.message]).toEqual([400, expect.stringContaining(says)]);
    expect(await ask('GET', `${collection}/orders`)).toMatchObject({ status: 404 });
  });

  test('refuses a body over its bound, in the shape of every error', async () => {
    const answer = await aServer().ask('POST', collection, { body: Buffer.alloc(largestBody + 1, 0x20) });
    expect(answer).toMatchObject({ status: 413, code: 'body_too_large' });
  });

  test('answers a wrong method with 405 and an unknown path with 404', async () => {
    const { ask } = aServer();
    expect(await ask('PATCH', `${collection}/orders`)).toMatchObject({ status: 405, code: 'method_not_allowed' });
    expect(await ask('OPTIONS', collection)).toMatchObject({ status: 405, code: 'method_not_allowed' });
    expect(await ask('GET', '/v1/nothing')).toMatchObject({ status: 404, code: 'path_unknown' });
    expect(await ask('GET', '/v1/project/%ZZ')).toMatchObject({ code: 'path_unknown' });
  });

  test('tells that it lives and that it is ready', async () => {
    const { ask } = aServer();
    expect(await ask('GET', '/health')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await ask('GET', '/ready')).toMatchObject({ status: 200, body: { status: 'ready' } });
  });

  test('gives every request an id, its own or the one that it came with', async () => {
    const { ask } = aServer();
    expect((await ask('GET', '/v1/project')).headers['x-request-id']).toBe('test-1');
    const given = await ask('GET', '/v1/project', { headers: { 'x-request-id': 'run-7.a' } });
    expect(given.headers['x-request-id']).toBe('run-7.a');
    const odd = await ask('GET', '/v1/project', { headers: { 'x-request-id': 'a b' } });
    expect(odd.headers['x-request-id']).toBe('test-2');
  });

  test('logs a line for each request, without tokens, queries and bodies', async () => {
    const { ask, log } = aServer();
    await ask('POST', `${collection}?key=swordfish`, {
      body: aBody('orders', { user_config: { admin_password: 'swordfish-1' } }),
      headers: { authorization: 'aivenv1 swordfish' },
    });
    const lines = log.join('');
    expect(lines).toContain('"operation":"ServiceCreate"');
    expect(lines).toContain('"status":200');
    expect(lines).not.toContain('swordfish');
  });

  test('does not answer pages of other sites while anyone counts', async () => {
    const { ask } = aServer();
    const origin = { origin: 'https://evil.example' };
    expect(await ask('POST', collection, { body: aBody('orders'), headers: origin })).toMatchObject({
      status: 403,
      code: 'origin_forbidden',
    });
    expect(await ask('GET', '/v1/project', { headers: { host: 'rebound.example' } })).toMatchObject({ status: 403 });
    expect(await ask('GET', '/v1/project', { headers: { origin: 'http://localhost:3000' } })).toMatchObject({
      status: 200,
    });
  });

  test('never answers 500 to what it cannot read', async () => {
    const { ask } = aServer();
    const body = fc.oneof(
      fc.json().map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
    );
    const paths = fc.constantFrom(
      collection,
      `${collection}/orders`,
      `${collection}/orders/db`,
      '/v1/forkcast/token',
      '/v1/forkcast/fault',
      '/v1/forkcast/world',
      `/v1/forkcast/project/demo/service/orders/fork-preview`,
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('POST' as const, 'PUT' as const), paths, body, async (method, path, bytes) => {
        const answer = await ask(method, path, { body: bytes });
        expect(answer.status).toBeLessThan(500);
        expect(answer.text).not.toMatch(/\.ts:\d|\.js:\d|\n +at /);
        await ask('DELETE', '/v1/forkcast/fault');
      }),
      { numRuns: runs(150) },
    );
  });
});
