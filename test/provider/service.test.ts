import { fromJson, toText } from '../../src/provider/values';
import { type ObjectValue, Unknown, unknown } from '../../src/provider/protocol';
import {
  aForkConfig,
  aProvider,
  aServiceConfig,
  type JsonObject,
  live,
  made,
  type ProviderWorld,
  replanned,
  service,
  told,
} from './a-provider';

const day = 86_400_000;

const nothing = (): never => {
  throw new RangeError('There is no state.');
};

describe('a fork', () => {
  test('is planned, made with its provenance, and unchanged by a second plan', async () => {
    const it = await aProvider();
    const state = await made(it.core, aForkConfig());
    expect(state.value).toMatchObject({
      id: 'demo/copy',
      project: 'demo',
      ready: true,
      lineage: { source_project: 'demo', source_service: 'orders', role: 'primary', location: 'google-europe-west1' },
      data_digest: expect.stringMatching(/^[0-9a-f]{16,}$/),
    });
    const { plan, read } = await replanned(it.core, aForkConfig(), state);
    expect(plan).toMatchObject({ action: 'no-op', diagnostics: [] });
    expect(read?.value).toEqual(state.value);
  });

  test('is unchanged 40 days later, when its source is gone', async () => {
    const it = await aProvider();
    const config = aForkConfig({ recovery_target_time: '2026-11-02T00:00:00Z' });
    const state = await made(it.core, config);
    it.world.advance(40 * day);
    it.world.run({ type: 'TerminateService', project: 'demo', service: 'orders' });
    const { plan, read } = await replanned(await it.again(), config, state);
    expect(plan).toMatchObject({ action: 'no-op', diagnostics: [] });
    expect(read?.value).toEqual(state.value);
  });

  test('of a time outside the window is refused at the attribute, with rule and remedy', async () => {
    const { core } = await aProvider();
    const { diagnostics } = await core.plan(
      service,
      aForkConfig({ recovery_target_time: '2026-10-01T00:00:00Z' }),
      null,
    );
    const [error] = diagnostics.filter(({ severity }) => severity === 'error');
    expect(error).toMatchObject({ path: ['user_config', 'recovery_target_time'] });
    expect(error?.detail).toMatch(/2026-10-01T00:00:00Z.*\n?.*forkcast explain recovery\/target-time-before-window/s);
  });

  test('whose recovery point will leave the window says until when it holds', async () => {
    const { core } = await aProvider();
    const { diagnostics } = await core.plan(
      service,
      aForkConfig({ recovery_target_time: '2026-11-02T00:00:00Z' }),
      null,
    );
    expect(told(diagnostics, 'warning').join('\n')).toMatch(/Apply before 2026-1\d-\d\dT/);
  });

  test('that was planned too long ago is refused by the same rule, before anything is made', async () => {
    const it = await aProvider();
    const config = aForkConfig({ recovery_target_time: '2026-11-02T00:00:00Z' });
    const plan = await it.core.plan(service, config, null);
    it.world.advance(60 * day);
    it.requests.length = 0;
    const { state, diagnostics } = await it.core.apply(service, config, null, plan);
    expect(state).toBeNull();
    expect(told(diagnostics, 'error').join()).toMatch(/recovery\/target-time-/);
    expect(it.requests.filter((request) => request.startsWith('POST'))).toEqual([]);
  });

  test('of a name that is not there is refused, with the name that was meant', async () => {
    const { core } = await aProvider();
    const { diagnostics } = await core.plan(service, aForkConfig({ service_to_fork_from: 'order' }), null);
    expect(told(diagnostics, 'error').join()).toMatch(/Did you mean "orders"/);
  });

  test('of a service that the same run makes is planned, and waited for', async () => {
    const { core } = await aProvider();
    const source = await core.plan(service, aServiceConfig(), null);
    expect(told(source.diagnostics, 'error')).toEqual([]);
    const fork = await core.plan(service, aForkConfig({ service_to_fork_from: 'plain' }), null);
    expect(told(fork.diagnostics, 'error')).toEqual([]);
  });
});

describe('a configuration', () => {
  test('with a key of another service type is refused without any registry', async () => {
    const { core } = await aProvider();
    const config = aServiceConfig({ user_config: { mysql_version: '8' } });
    expect(told(await core.validate(service, config), 'error').join()).toMatch(
      /Services of type pg have no setting "mysql_version"/,
    );
  });

  test('with a value outside the bounds of its key is refused', async () => {
    const { core } = await aProvider();
    const config = aServiceConfig({ user_config: { backup_hour: 24 } });
    expect(told(await core.validate(service, config), 'error').join()).toMatch(/24 is above 23/);
  });

  test('without a project is refused at plan', async () => {
    const it = await aProvider();
    const core = await it.again();
    await core.configure({});
    const { diagnostics } = await core.plan(service, aServiceConfig(), null);
    expect(told(diagnostics, 'error').join()).toMatch(/No project is named/);
  });

  test('of a registry that is known after apply leaves the rules undecided, in one warning', async () => {
    const it = await aProvider();
    const core = await it.again();
    await core.configure({ project: 'demo', registry: new Unknown() });
    const { diagnostics } = await core.plan(service, aForkConfig(), null);
    expect(told(diagnostics, 'error')).toEqual([]);
    expect(
      told(diagnostics, 'warning').filter((text) => text.startsWith('Not everything could be checked')),
    ).toHaveLength(1);
  });
});

describe('a name', () => {
  test('that somebody else has is refused at plan, and left alone', async () => {
    const it = await aProvider();
    const { diagnostics } = await it.core.plan(service, aServiceConfig({ service_name: 'orders' }), null);
    expect(told(diagnostics, 'error').join()).toMatch(/orders/);
    expect(live(it, 'orders')?.facts.origin).toBeNull();
  });
});

describe('a service that is not ready in time', () => {
  test('is kept as it is with a warning, and the next plan waits on', async () => {
    const it = await aProvider({ profile: 'realistic' });
    it.world.advance(day);
    const { state, diagnostics, faults } = await it.core.change(service, aForkConfig(), null);
    expect(faults).toEqual([]);
    expect(told(diagnostics, 'error')).toEqual([]);
    expect(told(diagnostics, 'warning').join()).toMatch(/demo\/copy is not ready yet.*REBUILDING/s);
    if (state === null) throw new RangeError('It was lost.');
    expect(state.tainted).toBeUndefined();
    expect(state.value).toMatchObject({ ready: false, lineage: { source_service: 'orders' } });
    const { plan, read } = await replanned(it.core, aForkConfig(), state);
    expect(plan.action).toBe('update');
    it.world.advance(day);
    const done = await it.core.apply(service, aForkConfig(), read, plan);
    expect(done).toMatchObject({ diagnostics: [], faults: [], state: { value: { ready: true } } });
  });
});

describe('a create that does not end', () => {
  const running = { profile: 'realistic', clock: { kind: 'real' } } as const;

  test('is given up after the timeout that the user set, with the object in the state', async () => {
    const it = await aProvider(running);
    const config = aForkConfig({}, { timeouts: { create: '3m' } });
    const { state, diagnostics, faults } = await it.core.change(service, config, null);
    expect(faults).toEqual([]);
    expect(told(diagnostics, 'error')).toEqual([]);
    expect(told(diagnostics, 'warning').join()).toMatch(/no running state after 3m/);
    expect(state?.value).toMatchObject({ ready: false, id: 'demo/copy' });
  });

  test('is stopped by the user, with the object in the state', async () => {
    const it = await aProvider(running);
    const plan = await it.core.plan(service, aForkConfig(), null);
    await it.core.stop();
    const { state, diagnostics } = await it.core.apply(service, aForkConfig(), null, plan);
    expect(told(diagnostics, 'error')).toEqual([]);
    expect(told(diagnostics, 'warning').join()).toMatch(/was interrupted/);
    expect(state?.value).toMatchObject({ ready: false, id: 'demo/copy' });
    expect(state?.tainted).toBeUndefined();
  });
});

describe('drift', () => {
  test('of settings changed outside is changed back in place', async () => {
    const it = await aProvider();
    const config = aServiceConfig({ tags: { team: 'a' }, user_config: { backup_hour: 3 } });
    const state = await made(it.core, config);
    it.world.run({
      type: 'UpdateService',
      project: 'demo',
      service: 'plain',
      plan: 'business-8',
      userConfig: { backup_hour: 5 },
    });
    const { plan, read } = await replanned(it.core, config, state);
    expect(plan.action).toBe('update');
    const applied = await it.core.apply(service, config, read, plan);
    expect(applied).toMatchObject({ diagnostics: [], faults: [] });
    expect(live(it, 'plain')).toMatchObject({ facts: { plan: 'business-4', userConfig: { backup_hour: 3 } } });
  });

  const powerOff = { type: 'UpdateService', project: 'demo', service: 'plain', powered: false } as const;

  test('of a service powered off is none, and other changes leave it off', async () => {
    const it = await aProvider();
    const state = await made(it.core, aServiceConfig());
    it.world.run(powerOff);
    const { plan, read } = await replanned(it.core, aServiceConfig(), state);
    expect([plan.action, plan.diagnostics]).toEqual(['no-op', []]);
    const config = aServiceConfig({ tags: { team: 'a' } });
    const next = await it.core.plan(service, config, read);
    expect(next).toMatchObject({ action: 'update', planned: { ready: false } });
    expect(await it.core.apply(service, config, read, next)).toMatchObject({ diagnostics: [], faults: [] });
    expect(live(it, 'plain')).toMatchObject({ facts: { state: 'POWEROFF', tags: { team: 'a' } } });
  });

  test('of a service powered off warns before it is deleted for that, and makes it anew once it is gone', async () => {
    const it = await aProvider();
    const config = aServiceConfig();
    const state = await made(it.core, config);
    it.world.run(powerOff);
    it.world.advance(151 * day);
    const soon = await it.core.read(service, state);
    expect(soon.diagnostics).toMatchObject([{ severity: 'warning', summary: 'Service is about to be deleted' }]);
    it.world.advance(30 * day);
    const gone = await it.core.read(service, state);
    expect(gone).toMatchObject({ state: null, diagnostics: [] });
    const next = await it.core.plan(service, config, null);
    expect(next.action).toBe('create');
    expect(next.diagnostics).toMatchObject([{ severity: 'warning', summary: expect.stringContaining('was deleted') }]);
  });

  test('of a service powered off is powered on where that is asked for', async () => {
    const it = await aProvider();
    const state = await made(it.core, aServiceConfig());
    it.world.run(powerOff);
    const config = aServiceConfig({ powered: true });
    const { plan, read } = await replanned(it.core, config, state);
    expect(plan.action).toBe('update');
    expect(await it.core.apply(service, config, read, plan)).toMatchObject({ diagnostics: [], faults: [] });
    expect(live(it, 'plain')?.facts.state).toBe('RUNNING');
    it.world.run(powerOff);
    expect((await replanned(it.core, config, state)).plan.action).toBe('update');
  });

  test('is none of a service that is declared off, which a change or its creation powers off', async () => {
    const it = await aProvider();
    const config = aServiceConfig({ powered: false });
    const state = await made(it.core, config);
    expect(live(it, 'plain')?.facts.state).toBe('POWEROFF');
    const { plan, read } = await replanned(it.core, config, state);
    expect(plan.action).toBe('no-op');
    const on = aServiceConfig({ powered: true });
    const turned = await it.core.apply(service, on, read, await it.core.plan(service, on, read));
    expect(turned).toMatchObject({ diagnostics: [], faults: [] });
    expect(live(it, 'plain')?.facts.state).toBe('RUNNING');
  });

  test('of a service terminated outside is a creation', async () => {
    const it = await aProvider();
    const state = await made(it.core, aServiceConfig());
    it.world.run({ type: 'TerminateService', project: 'demo', service: 'plain' });
    expect((await replanned(it.core, aServiceConfig(), state)).plan.action).toBe('create');
  });

  test('of a name that another service has since is no adoption', async () => {
    const it = await aProvider();
    const state = await made(it.core, aServiceConfig());
    it.world.run({ type: 'TerminateService', project: 'demo', service: 'plain' });
    it.world.run({
      type: 'CreateService',
      project: 'demo',
      service: 'plain',
      serviceType: 'pg',
      plan: 'business-4',
      userConfig: {},
    });
    const { plan, read } = await replanned(it.core, aServiceConfig(), state);
    expect(read).toBeNull();
    expect(told(plan.diagnostics, 'error').join()).toMatch(/plain/);
  });
});

describe('an import', () => {
  test.each([
    ['a fork', aForkConfig()],
    ['a fork that asserts its location', aForkConfig({}, { from: 'primary' })],
    ['a fork of the newest transaction', aForkConfig({}, { latest_transaction: true })],
    [
      'a service with settings',
      aServiceConfig({ tags: { team: 'a' }, user_config: { pg_version: '17', settings: fromJson({ work_mem: 8 }) } }),
    ],
    ['a service without a block', aServiceConfig()],
  ])('of %s is followed by a plan that only takes it over, and that by an empty one', async (_, config) => {
    const it = await aProvider();
    await made(it.core, config);
    const imported = await it.core.import(service, `demo/${toText(config['service_name'])}`);
    expect(told(imported.diagnostics, 'error')).toEqual([]);
    if (imported.state === null) throw new RangeError('Nothing was imported.');
    const { plan, read } = await replanned(it.core, config, imported.state);
    expect(plan.action).toBe('update');
    it.requests.length = 0;
    const { state, diagnostics } = await it.core.apply(service, config, read, plan);
    expect(told(diagnostics, 'error')).toEqual([]);
    const changes = it.requests.filter((request) => !request.startsWith('GET'));
    const name = toText(config['service_name']) ?? '';
    expect(changes).toEqual([`PUT /v1/forkcast/project/demo/service/${name}/owner`]);
    expect((await replanned(it.core, config, state ?? nothing())).plan.action).toBe('no-op');
  });

  test('of nothing is an error', async () => {
    const { core } = await aProvider();
    expect(told((await core.import(service, 'demo/nothing')).diagnostics, 'error')).toHaveLength(1);
  });
});

describe('settings without an attribute of their own', () => {
  const withSettings = (settings: JsonObject, block: ObjectValue = {}) =>
    aServiceConfig({ user_config: { ...block, settings: fromJson(settings) } });
  const stored = (it: ProviderWorld) => live(it, 'plain')?.facts.userConfig;

  test('are sent by their names in the API, and unchanged by a second plan', async () => {
    const it = await aProvider();
    const config = withSettings({ work_mem: 8, pg: { max_files_per_process: 1200 } }, { pg_version: '17' });
    const state = await made(it.core, config);
    expect(stored(it)).toMatchObject({ work_mem: 8, pg: { max_files_per_process: 1200 }, pg_version: '17' });
    expect((await replanned(it.core, config, state)).plan).toMatchObject({ action: 'no-op', diagnostics: [] });
  });

  test('are changed in place, and reset when they are taken out', async () => {
    const it = await aProvider();
    const state = await made(it.core, withSettings({ work_mem: 8, shared_buffers_percentage: 30 }));
    const { state: after, diagnostics } = await it.core.change(service, withSettings({ work_mem: 9 }), state);
    expect(diagnostics).toEqual([]);
    expect(stored(it)).toMatchObject({ work_mem: 9 });
    expect(stored(it)?.['shared_buffers_percentage'] ?? null).toBeNull();
    const without = aServiceConfig({ user_config: {} });
    await it.core.change(service, without, after);
    expect(stored(it)?.['work_mem'] ?? null).toBeNull();
  });

  test('that were changed outside are put back', async () => {
    const it = await aProvider();
    const config = withSettings({ work_mem: 8 });
    const state = await made(it.core, config);
    it.world.run({ type: 'UpdateService', project: 'demo', service: 'plain', userConfig: { work_mem: 64 } });
    const { plan, read } = await replanned(it.core, config, state);
    expect(plan.action).toBe('update');
    await it.core.change(service, config, read);
    expect(stored(it)).toMatchObject({ work_mem: 8 });
  });

  test('that only an import found stay as they are when others are written', async () => {
    const it = await aProvider();
    await made(it.core, withSettings({ work_mem: 8, shared_buffers_percentage: 30 }));
    const { state } = await it.core.import(service, 'demo/plain');
    const { state: after } = await it.core.change(service, withSettings({ work_mem: 9 }), state);
    expect(stored(it)).toMatchObject({ work_mem: 9, shared_buffers_percentage: 30 });
    expect((await replanned(it.core, withSettings({ work_mem: 9 }), after ?? nothing())).plan.action).toBe('no-op');
  });

  test('that are read only at creation may be taken out: what was made stays', async () => {
    const it = await aProvider();
    const state = await made(it.core, withSettings({ admin_username: 'boss', work_mem: 8 }));
    const { diagnostics, state: after } = await it.core.change(service, withSettings({ work_mem: 9 }), state);
    expect(diagnostics).toEqual([]);
    expect(stored(it)).toMatchObject({ admin_username: 'boss', work_mem: 9 });
    expect((await replanned(it.core, withSettings({ work_mem: 9 }), after ?? nothing())).plan.action).toBe('no-op');
  });

  test('may be known only after apply', async () => {
    const { core } = await aProvider();
    const plan = await core.plan(service, aServiceConfig({ user_config: { settings: unknown } }), null);
    expect(told(plan.diagnostics, 'error')).toEqual([]);
    expect(plan.faults).toEqual([]);
  });

  test.each([
    ['settings', { nonsense: 1 }, /No type of service has a setting nonsense/],
    ['settings', { valkey_ssl: true }, /pg have no setting "valkey_ssl"\. Take it out: it is a setting of valkey/],
    ['settings', { pg_version: '17' }, /write it as user_config\.pg_version/],
    ['settings', { admin_password: 'x' }, /write it as user_config\.secret_settings\.admin_password/],
    ['secret_settings', { work_mem: 8 }, /write it as user_config\.settings\.work_mem/],
    ['settings', { work_mem: 99999 }, /99999 is above 1024/],
    ['settings', 'work_mem', /is an object of settings by name/],
  ] as const)('in %s: %j is refused', async (group, value, said) => {
    const { core } = await aProvider();
    const faults = await core.validate(service, aServiceConfig({ user_config: { [group]: fromJson(value) } }));
    expect(told(faults, 'error').join()).toMatch(said);
  });
});

describe('a secret', () => {
  test('is sent, kept, sent again when it changes, and shown in no message', async () => {
    const it = await aProvider();
    const config = (password: string) =>
      aServiceConfig({ user_config: { secret_settings: fromJson({ admin_password: password }) } });
    const state = await made(it.core, config('first-password'));
    const { plan } = await replanned(it.core, config('second-password'), state);
    expect(told(plan.diagnostics, 'error').join()).toMatch(/admin_password/);
    expect(told(plan.diagnostics, 'error').join()).not.toMatch(/-password"/);
    expect((await replanned(it.core, config('first-password'), state)).plan.action).toBe('no-op');
  });

  test('in an address in place of a name is shown in no message', async () => {
    const { core } = await aProvider();
    const config = aServiceConfig({ user_config: { service_to_fork_from: 'postgres://me:hunter2@host/orders' } });
    const faults = told(await core.validate(service, config), 'error').join();
    expect(faults).toContain('(sensitive)@host/orders');
    expect(faults).not.toContain('hunter2');
  });
});
