import { isUnknown } from '../../src/provider/protocol';
import { aForkConfig, aProvider, aServiceConfig, made, replanned, service, told } from './a-provider';

const orders = { project: 'demo', service_name: 'orders' };

describe('the identity of a service', () => {
  test('is its project and name, the same from the plan on, and another one where another service replaces it', async () => {
    const it = await aProvider();
    const { core } = it;
    const config = aForkConfig({}, { on_fork_change: 'replace' });
    const state = await made(core, config);
    expect(state.identity).toEqual({ project: 'demo', service_name: 'copy' });
    const { read, plan } = await replanned(core, config, state);
    expect([plan.action, read?.identity, plan.identity]).toEqual(['no-op', state.identity, state.identity]);
    const renamed = await (await it.again()).change(service, { ...config, service_name: 'other' }, state);
    expect([renamed.action, told(renamed.diagnostics, 'error'), renamed.faults]).toEqual(['replace', [], []]);
    expect(renamed.state?.identity).toEqual({ project: 'demo', service_name: 'other' });
  });

  test('imports a live one, with the provider’s project where none is named, and the plan then takes it over', async () => {
    const it = await aProvider();
    for (const identity of [orders, { ...orders, project: null }]) {
      const core = await it.again();
      const { state, diagnostics, faults } = await core.import(service, identity);
      expect([diagnostics, faults, state?.identity]).toEqual([[], [], orders]);
    }
    const { state } = await it.core.import(service, orders);
    if (state === null) throw new RangeError('Nothing was imported.');
    const { plan } = await replanned(it.core, aServiceConfig({ service_name: 'orders' }), state);
    expect([plan.action, plan.identity]).toEqual(['update', orders]);
  });

  test.each([
    [{ project: null, service_name: 'orders' }, {}, /lacks project, and the provider has no default/],
    [{ project: 'demo', service_name: 'gone' }, { project: 'demo' }, /no service demo\/gone lives/],
  ])('%j imports nothing, and says why', async (identity, provider, why) => {
    const { core } = await aProvider();
    await core.configure(provider);
    const { state, diagnostics } = await core.import(service, identity);
    expect([state, told(diagnostics, 'error')]).toEqual([null, [expect.stringMatching(why)]]);
  });

  test('of a state is read as it stands, and one of a newer provider is refused', async () => {
    const { core } = await aProvider();
    const json = JSON.stringify(orders);
    expect(await core.upgradeIdentity(service, 0, json)).toEqual({ identity: orders, diagnostics: [] });
    const { diagnostics } = await core.upgradeIdentity(service, 1, json);
    expect(told(diagnostics, 'error')).toEqual([expect.stringContaining('has version 1, this provider knows 0')]);
  });

  test('goes along where a block moved brings one here', async () => {
    const { core } = await aProvider();
    const json = JSON.stringify({ id: 'demo/orders', ...orders });
    const source = { provider: 'registry.terraform.io/aiven/aiven', type: 'aiven_pg', json };
    const { state, faults } = await core.move(service, source);
    expect([faults, state?.identity]).toEqual([[], orders]);
  });
});

describe('the identity of what is in a service', () => {
  test.each([
    ['forkcast_service_user', { username: 'avnadmin' }],
    ['forkcast_database', { database_name: 'defaultdb' }],
  ])('imports a %s', async (type, name) => {
    const { core } = await aProvider();
    const imported = await core.import(type, { ...orders, project: null, ...name });
    expect([imported.diagnostics, imported.state?.identity]).toEqual([[], { ...orders, ...name }]);
    if (imported.state === null) throw new RangeError('Nothing was imported.');
    const { plan } = await replanned(core, { service_name: 'orders', ...name }, imported.state, type);
    expect(plan.action).toBe('no-op');
  });

  test('that the registry draws is known once it is made', async () => {
    const { core } = await aProvider();
    await made(core, aServiceConfig());
    const type = 'forkcast_service_integration';
    const ends = { source_service_name: 'orders', destination_service_name: 'plain' };
    const { identity, faults } = await core.plan(type, { integration_type: 'metrics', ...ends }, null);
    expect([faults, isUnknown(identity?.['integration_id'])]).toEqual([[], true]);
  });
});
