import { textOf } from '../../src/provider/values';
import type { ObjectValue } from '../../src/provider/protocol';
import { aProvider, aServiceConfig, made, replanned, told } from './a-provider';

const place = { service_name: 'orders' };

/** One resource inside a service: a configuration, one that changes it in place or replaces it, and how it is imported. */
const members: readonly {
  readonly type: string;
  readonly config: ObjectValue;
  readonly id: string;
  readonly changed: ObjectValue;
  readonly action: 'update' | 'replace';
}[] = [
  {
    type: 'forkcast_database',
    config: { ...place, database_name: 'reports' },
    id: 'demo/orders/reports',
    changed: { ...place, database_name: 'archive' },
    action: 'replace',
  },
  {
    type: 'forkcast_service_user',
    config: { ...place, username: 'reader' },
    id: 'demo/orders/reader',
    changed: { ...place, username: 'writer' },
    action: 'replace',
  },
  {
    type: 'forkcast_connection_pool',
    config: { ...place, pool_name: 'web', database_name: 'defaultdb' },
    id: 'demo/orders/web',
    changed: { ...place, pool_name: 'web', database_name: 'defaultdb', pool_size: 20, pool_mode: 'session' },
    action: 'update',
  },
];

describe.each(members)('$type', ({ type, config, id, changed, action }) => {
  test('is made, unchanged by a second plan, changed, and destroyed', async () => {
    const { core } = await aProvider();
    const state = await made(core, config, type);
    expect(state.value).toMatchObject({ ...config, id, project: 'demo' });
    expect((await replanned(core, config, state, type)).plan).toMatchObject({ action: 'no-op', diagnostics: [] });
    const applied = await core.change(type, changed, state);
    expect(applied).toMatchObject({ action, faults: [], state: { value: changed } });
    expect(told(applied.diagnostics, 'error')).toEqual([]);
    const destroyed = await core.change(type, null, applied.state);
    expect(destroyed).toMatchObject({ state: null, diagnostics: [], faults: [] });
  });

  test('is imported as it is', async () => {
    const { core } = await aProvider();
    await made(core, config, type);
    const { state } = await core.import(type, id);
    if (state === null) throw new RangeError('Nothing was imported.');
    expect((await replanned(core, config, state, type)).plan.action).toBe('no-op');
  });

  test('that is gone, or whose service is gone, is made again', async () => {
    const it = await aProvider();
    const state = await made(it.core, config, type);
    it.world.run({ type: 'TerminateService', project: 'demo', service: 'orders' });
    expect((await it.core.read(type, state)).state).toBeNull();
  });

  test('that somebody else made is left alone, with the advice to import it', async () => {
    const { core } = await aProvider();
    await made(core, config, type);
    const again = await core.change(type, config, null);
    expect(again.state).toBeNull();
    expect(told(again.diagnostics, 'error').join()).toMatch(/import it by its id/);
  });

  test('whose answer was lost is kept, with a status of 500 too', async () => {
    const it = await aProvider();
    it.fail({ on: ({ method }) => method === 'POST', kind: 'answer-lost' });
    await made(it.core, config, type);
  });
});

describe('forkcast_service_integration', () => {
  const type = 'forkcast_service_integration';
  const config = {
    integration_type: 'read_replica',
    source_service_name: 'orders',
    destination_service_name: 'plain',
  };

  test('is made, unchanged by a second plan, imported, and destroyed', async () => {
    const { core } = await aProvider();
    await made(core, aServiceConfig());
    const logs = { ...config, integration_type: 'metrics' };
    const state = await made(core, logs, type);
    expect((await replanned(core, logs, state, type)).plan).toMatchObject({ action: 'no-op', diagnostics: [] });
    const imported = await core.import(type, textOf(state.value['id']) ?? '');
    if (imported.state === null) throw new RangeError('Nothing was imported.');
    expect((await replanned(core, logs, imported.state, type)).plan.action).toBe('no-op');
    expect(await core.change(type, null, state)).toMatchObject({ state: null, diagnostics: [], faults: [] });
  });
});
