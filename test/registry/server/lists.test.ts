import { get } from 'node:http';
import { answerRequest } from '../../../src/registry/http';
import { aCreate, aFork } from '../world';
import { aServer, collection, type AServer } from './a-server';

const filled = (count: number): AServer => {
  const server = aServer();
  server.world.run(aCreate({ service: 'orders' }));
  for (let number = 1; number < count; number += 1)
    server.world.run(number % 7 === 0 ? aFork({}, { service: `s-${number}` }) : aCreate({ service: `s-${number}` }));
  return server;
};

const names = (text: string): readonly string[] =>
  (JSON.parse(text) as { services: readonly { service_name: string }[] }).services.map((one) => one.service_name);

interface Read {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly text: string;
}

/** Reads an answer on a connection of its own; rejects when it breaks off. */
const read = (url: string, onFirst: () => void = () => undefined): Promise<Read> =>
  new Promise((done, fail) => {
    get(url, { agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('error', fail).on('data', (part: Buffer) => {
        if (parts.push(part) === 1) onFirst();
      });
      const { statusCode: status, headers } = response;
      response.on('end', () => done({ status, type: headers['content-type'], text: Buffer.concat(parts).toString() }));
    }).on('error', fail);
  });

describe('a long list', () => {
  test.each([0, 1, 79, 80, 81, 163])('of %p services is what the API answers, part by part', async (count) => {
    const { server, registry } = count === 0 ? aServer() : filled(count);
    const base = await server.listen({ port: 0, host: '127.0.0.1' });
    for (const query of ['', '?limit=999', '?include_secrets=false']) {
      const answer = await read(`${base}${collection}${query}`);
      const { body } = answerRequest(registry, { method: 'GET', path: `${collection}${query}` });
      expect([answer.status, JSON.parse(answer.text)]).toEqual([200, JSON.parse(JSON.stringify(body))]);
      expect(answer.type).toBe('application/json; charset=utf-8');
    }
    expect((await read(`${base}/v1/project/nowhere/service`)).status).toBe(404);
    await server.close();
  });

  test('is sent while others are answered, and lists each service that stays once', async () => {
    const { server, world, registry } = filled(200);
    const base = await server.listen({ port: 0, host: '127.0.0.1' });
    const order: string[] = [];
    const { text } = await read(`${base}${collection}`, () => {
      world.run({ type: 'TerminateService', project: 'demo', service: 's-199' }, aCreate({ service: 'zz-new' }));
      void read(`${base}/health`).then(() => order.push('health'));
    });
    const list = names(text);
    order.push('list');
    const stayed = (registry.services('demo') ?? [])
      .map(({ facts: { service } }) => service)
      .filter((name) => name !== 'zz-new');
    expect(list).toEqual(expect.arrayContaining(stayed));
    expect(new Set(list).size).toBe(list.length);
    expect(order).toEqual(['health', 'list']);
    await server.close();
  });

  test('that fails on its way breaks off, so that nobody takes it for whole', async () => {
    const { server, registry, log } = filled(200);
    const servicesAfter = registry.servicesAfter.bind(registry);
    let calls = 0;
    Object.assign(registry, {
      servicesAfter: (...asked: Parameters<typeof servicesAfter>) => {
        calls += 1;
        if (calls === 3) throw new Error('no more');
        return servicesAfter(...asked);
      },
    });
    const base = await server.listen({ port: 0, host: '127.0.0.1' });
    await expect(read(`${base}${collection}`)).rejects.toThrow('aborted');
    expect(log.some((line) => line.includes('an answer broke off') && line.includes('no more'))).toBe(true);
    calls = 2;
    expect((await read(`${base}${collection}`)).status).toBe(500);
    await server.close();
  });

  test('meets faults as every other answer does', async () => {
    const { server, ask, pauses } = filled(100);
    const set = (body: { readonly error_rate?: number; readonly latency_ms?: { min: number; max: number } }) =>
      ask('PUT', '/v1/forkcast/fault', { body: { ...body, operations: ['ServiceList'] } });
    expect((await set({ latency_ms: { min: 5, max: 5 } })).status).toBe(200);
    const base = await server.listen({ port: 0, host: '127.0.0.1' });
    expect(names((await read(`${base}${collection}`)).text)).toHaveLength(100);
    expect(pauses).toEqual([5]);
    await set({ error_rate: 1 });
    expect((await read(`${base}${collection}`)).text).toContain('fault_injected');
    await server.close();
  });
});

describe('a snapshot', () => {
  const path = '/v1/forkcast/snapshot';

  test.each([0, 1, 99, 100, 250])('of %p services is what the API answers, part by part', async (count) => {
    const { server, registry } = count === 0 ? aServer() : filled(count);
    if (count > 1) registry.execute({ type: 'TerminateService', project: 'demo', service: 's-1' });
    const base = await server.listen({ port: 0, host: '127.0.0.1' });
    const { body } = answerRequest(registry, { method: 'GET', path });
    const { status, text } = await read(`${base}${path}`);
    expect([status, JSON.parse(text)]).toEqual([200, JSON.parse(JSON.stringify(body))]);
    await server.close();
  });

  test('is one state, although others are answered and write while it is sent', async () => {
    const { server, world, registry } = filled(300);
    const base = await server.listen({ port: 0, host: '127.0.0.1' });
    const before = JSON.stringify(answerRequest(registry, { method: 'GET', path }).body);
    const { text } = await read(`${base}${path}`, () =>
      world.run({ type: 'TerminateService', project: 'demo', service: 's-299' }, aCreate({ service: 'zz-new' })),
    );
    expect(JSON.parse(text)).toEqual(JSON.parse(before));
    expect(JSON.stringify(answerRequest(registry, { method: 'GET', path }).body)).toContain('zz-new');
    await server.close();
  });
});
