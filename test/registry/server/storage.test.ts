import { createServer, createFaults } from '../../../src/registry/http/server';
import { StoreDamagedError, StoreFullError, StoreReplacedError, type Registry } from '../../../src/registry';
import { RegistryUnreachableError } from '../../../src/api';
import { aWorld } from '../world';

/** A server whose registry throws what a test puts there. */
const aTroubledServer = () => {
  const { registry, wall } = aWorld();
  const state: { read?: Error; write?: Error; behind?: Error; reopened: number } = { reopened: 0 };
  const orThrow = (what: 'read' | 'write'): void => {
    if (state[what] !== undefined) throw state[what];
  };
  const troubled: Registry = {
    ...registry,
    head: () => (orThrow('read'), registry.head()),
    clock: () => (orThrow('read'), registry.clock()),
    together: (work) => (orThrow('write'), registry.together(work)),
    probe: () => orThrow('write'),
  };
  const server = createServer({
    served: {
      current: () => troubled,
      reopen: () => {
        state.reopened += 1;
        if (state.read instanceof StoreReplacedError) delete state.read;
      },
      causeBehind: (error) => state.behind ?? error,
    },
    wallClock: wall,
    faults: createFaults(),
    defer: (work) => void setImmediate(work),
    pause: () => Promise.resolve(),
    loopback: true,
    log: undefined,
    runId: 'test',
  });
  const ask = async (method: 'GET' | 'POST', url: string) => {
    const { statusCode, payload } = await server.inject({
      method,
      url,
      ...(method === 'POST' ? { payload: '{}' } : {}),
    });
    return { status: statusCode, text: payload };
  };
  return { state, ask, write: () => ask('POST', '/v1/project/demo/service') };
};

describe('a server whose registry is in trouble', () => {
  test('says so to whoever changes something, and at /ready until something can be written again', async () => {
    const { state, ask, write } = aTroubledServer();
    expect(await ask('GET', '/ready')).toMatchObject({ status: 200 });
    state.write = new StoreFullError('/secret/place/registry.db');
    expect(await ask('GET', '/ready')).toMatchObject({ status: 200 });
    const refused = await write();
    expect(refused).toMatchObject({ status: 503, text: expect.stringContaining('storage_full') });
    expect(refused.text).not.toContain('/secret/place');
    expect(await ask('GET', '/v1/project')).toMatchObject({ status: 200 });
    expect(await ask('GET', '/ready')).toMatchObject({ status: 503, text: expect.stringContaining('storage_full') });
    expect(await ask('GET', '/health')).toMatchObject({ status: 200 });
    delete state.write;
    expect(await ask('GET', '/ready')).toMatchObject({ status: 200 });
  });

  test('answers what the new registry says when another was put in its place', async () => {
    const { state, ask, write } = aTroubledServer();
    state.read = new StoreReplacedError('r.db');
    expect(await ask('GET', '/v1/project')).toMatchObject({ status: 200 });
    expect(state.reopened).toBe(1);
    state.write = new StoreReplacedError('r.db');
    expect(await write()).toMatchObject({ status: 503, text: expect.stringContaining('Send the request again') });
    state.read = new RegistryUnreachableError('sqlite:/x/r.db', 'there is no registry.');
    expect(await ask('GET', '/v1/project')).toMatchObject({
      status: 503,
      text: expect.stringContaining('storage_missing'),
    });
    expect(await ask('GET', '/ready')).toMatchObject({ status: 503, text: expect.stringContaining('storage_missing') });
  });

  test('calls it damage, not a bug, when the file is damaged', async () => {
    const { state, write } = aTroubledServer();
    state.write = new TypeError('Cannot read properties of undefined');
    state.behind = new StoreDamagedError('r.db', 'event 7 comes after 5');
    expect(await write()).toMatchObject({ status: 503, text: expect.stringContaining('storage_damaged') });
    delete state.behind;
    expect(await write()).toMatchObject({ status: 500, text: expect.stringContaining('a bug in Forkcast') });
  });
});
