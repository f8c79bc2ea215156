import type { FaultsBody } from '../../../src/api';
import { createFaults } from '../../../src/registry/http/server';
import { aBody, aServer, collection } from './a-server';

const setOn = async (faults: FaultsBody) => {
  const server = aServer();
  expect(await server.ask('PUT', '/v1/forkcast/fault', { body: { ...faults } as never })).toMatchObject({
    status: 200,
  });
  return server;
};

describe('faults of a served registry', () => {
  test('happen to the same requests for the same seed', () => {
    const story = (seed: string): string => {
      const faults = createFaults();
      faults.set({ seed, error_rate: 0.3, drop_rate: 0.2, latency_ms: { min: 1, max: 50 } });
      const one = () => faults.next({ operation: 'ServiceGet', path: '/v1/project/demo/service/x' });
      return JSON.stringify(Array.from({ length: 50 }, one));
    };
    expect(story('a')).toBe(story('a'));
    expect(story('a')).not.toBe(story('b'));
    const kinds = new Set([...story('a').matchAll(/"kind":"([\w-]+)"/g)].map(([, kind]) => kind));
    expect(kinds).toEqual(new Set(['none', 'refused', 'dropped']));
  });

  test('answer with an error and execute nothing', async () => {
    const { ask } = await setOn({ error_rate: 1, error_status: 502 });
    expect(await ask('POST', collection, { body: aBody('orders') })).toMatchObject({
      status: 502,
      code: 'fault_injected',
    });
    await ask('DELETE', '/v1/forkcast/fault');
    expect(await ask('GET', `${collection}/orders`)).toMatchObject({ status: 404 });
  });

  test('answer 500 after the service was made, at the operation that is named', async () => {
    const { ask } = await setOn({ error_after_success_rate: 1, operations: ['ServiceCreate'] });
    expect(await ask('POST', collection, { body: aBody('orders') })).toMatchObject({ status: 500 });
    expect(await ask('GET', `${collection}/orders`)).toMatchObject({ status: 200 });
    expect(await ask('POST', collection, { body: aBody('orders') })).toMatchObject({ status: 409 });
  });

  test('happen to the first requests alone, with the words that clients look for', async () => {
    const { ask } = await setOn({ error_rate: 1, error_status: 404, first: 2, operations: ['ServiceUserCreate'] });
    await ask('POST', collection, { body: aBody('orders') });
    const make = () => ask('POST', `${collection}/orders/user`, { body: { username: 'ada' } });
    const answers = [await make(), await make(), await make()];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 200]);
    expect(JSON.stringify(answers[0]?.body)).toContain('Service orders does not exist');
    await ask('PUT', '/v1/forkcast/fault', {
      body: { error_rate: 1, error_status: 417, first: 1, operations: ['ServiceDelete'] } as never,
    });
    const end = () => ask('DELETE', `${collection}/orders`);
    expect([(await end()).status, (await end()).status]).toEqual([417, 200]);
  });

  test('cut the connection after the service was made', async () => {
    const { ask } = await setOn({ drop_rate: 1, operations: ['ServiceCreate'] });
    await expect(ask('POST', collection, { body: aBody('orders') })).rejects.toThrow();
    expect(await ask('GET', `${collection}/orders`)).toMatchObject({ status: 200 });
  });

  test('make requests wait, and leave the controls alone', async () => {
    const { ask, pauses } = await setOn({ latency_ms: { min: 20, max: 40 } });
    await ask('GET', '/v1/project');
    await ask('GET', '/v1/forkcast/clock');
    expect(pauses).toHaveLength(1);
    expect(pauses[0]).toBeGreaterThanOrEqual(20);
    expect(pauses[0]).toBeLessThanOrEqual(40);
    const shown = await ask('GET', '/v1/forkcast/fault');
    expect(shown.body).toEqual({ faults: { latency_ms: { min: 20, max: 40 } }, requests: 1 });
  });

  test('are refused out of bounds', async () => {
    const { ask } = aServer();
    for (const body of [{ error_rate: 2 }, { latency_ms: { min: 5, max: 1 } }, { error_status: 418 }, { oops: 1 }]) {
      expect(await ask('PUT', '/v1/forkcast/fault', { body })).toMatchObject({ status: 400, code: 'request_invalid' });
    }
  });
});
