import { toJson } from '../../src/provider/values';
import { toText } from '../../src/provider/values';
import type { ApiRequest } from '../../src/api';
import type { ObjectValue } from '../../src/provider/protocol';
import { aCreate } from '../registry/world';
import { aForkConfig, aProvider, aServiceConfig, live, made, replanned, told } from './a-provider';

const place = { service_name: 'orders' };

/** A look at requests that acts at the first one that it is about, and is true of none. */
const once = (isAbout: (request: ApiRequest) => boolean, act: () => void) => {
  let isDone = false;
  return (request: ApiRequest): boolean => {
    if (!isDone && isAbout(request)) {
      isDone = true;
      act();
    }
    return false;
  };
};

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
    const it = await aProvider();
    const state = await made(it.core, config, type);
    expect(state.value).toMatchObject({ ...config, id, project: 'demo' });
    expect((await replanned(it.core, config, state, type)).plan).toMatchObject({ action: 'no-op', diagnostics: [] });
    const core = await it.again();
    const applied = await core.change(type, changed, state);
    expect(applied).toMatchObject({ action, faults: [], state: { value: changed } });
    expect(told(applied.diagnostics, 'error')).toEqual([]);
    const destroyed = await core.change(type, null, applied.state);
    expect(destroyed).toMatchObject({ state: null, diagnostics: [], faults: [] });
  });

  test('is read with one look at its service', async () => {
    const it = await aProvider();
    const state = await made(it.core, config, type);
    it.requests.length = 0;
    await it.core.read(type, state);
    expect(it.requests.filter((request) => request === 'GET /v1/project/demo/service/orders')).toHaveLength(1);
  });

  test('is imported as it is', async () => {
    const { core } = await aProvider();
    await made(core, config, type);
    const { state } = await core.import(type, id);
    if (state === null) throw new RangeError('Nothing was imported.');
    expect((await replanned(core, config, state, type)).plan.action).toBe('no-op');
  });

  test('is declared once: of two blocks one is refused, and a block that was renamed without moved', async () => {
    const it = await aProvider();
    const core = await it.again();
    expect(told((await core.planOnce(type, config, null)).diagnostics, 'error')).toEqual([]);
    expect(told((await core.planOnce(type, config, null)).diagnostics, 'error').join()).toMatch(
      /^Two blocks of this run/,
    );
    const state = await made(it.core, config, type);
    for (const [first, second] of [
      [null, config],
      [config, null],
    ] as const) {
      const run = await it.again();
      expect(told((await run.planOnce(type, first, first === null ? state : null)).diagnostics, 'error')).toEqual([]);
      const { diagnostics } = await run.planOnce(type, second, second === null ? state : null);
      expect(told(diagnostics, 'error').join()).toMatch(/ is in this state under another address: .*moved/s);
    }
  });

  test('is not given to another block by one that gets another name', async () => {
    const it = await aProvider();
    const state = await made(it.core, config, type);
    const other = { ...config, [Object.keys(config)[1] ?? '']: 'other' };
    for (const isFirst of [true, false]) {
      const run = await it.again();
      const leave = () => run.planOnce(type, other, state);
      const take = () => run.planOnce(type, config, null);
      const [first, second] = isFirst ? [leave, take] : [take, leave];
      expect(told((await first()).diagnostics, 'error')).toEqual([]);
      expect(told((await second()).diagnostics, 'error').join()).toMatch(/ is in this state under another address/);
    }
  });

  test('is replaced, tainted or asked to be, by its own block', async () => {
    const it = await aProvider();
    const state = await made(it.core, config, type);
    const run = await it.again();
    const first = await run.planOnce(type, config, state);
    const again = await run.planOnce(type, config, { value: null, private: first.private });
    expect(told([...first.diagnostics, ...again.diagnostics], 'error')).toEqual([]);
  });

  test('that was imported from the service of another is left as it is', async () => {
    const it = await aProvider();
    await made(it.core, config, type);
    const label = { stack: 'another', path: 'another/orders' };
    const owner = { id: 'owner-of-another', label };
    it.world.run({ type: 'ChangeOwner', project: 'demo', service: 'orders', expect: {}, owner, by: null });
    const run = await it.again();
    const imported = (await run.import(type, id)).state;
    if (imported === null) throw new RangeError('Nothing was imported.');
    const { state } = await run.read(type, imported);
    if (state === null) throw new RangeError('It is not there.');
    expect((await replanned(run, config, state, type)).plan).toMatchObject({ action: 'no-op', diagnostics: [] });
    const ending = await it.again();
    const end = await ending.plan(type, null, state);
    expect(told(end.diagnostics, 'error').join()).toMatch(
      /is that of another's service: .*was imported here.*removed/s,
    );
    const applied = await ending.applyOnce(type, null, state, { ...end, diagnostics: [] });
    expect(told(applied.diagnostics, 'error').join()).toMatch(/is that of another's service/);
    const changes = await (await it.again()).plan(type, changed, state);
    expect(told(changes.diagnostics, 'error').join()).toMatch(/is that of another's service/);
  });

  test('is ended only in the service that was seen, in one that took its name meanwhile too', async () => {
    const it = await aProvider();
    const state = await made(it.core, config, type);
    const run = await it.again();
    it.requests.length = 0;
    const swap = () => {
      it.world.run({ type: 'TerminateService', project: 'demo', service: 'orders' });
      it.world.advance(60_000);
      it.world.run(aCreate());
      if (type !== 'forkcast_database') return;
      it.world.run({ type: 'CreateDatabase', project: 'demo', service: 'orders', database: 'reports' });
    };
    it.fail({ on: once(({ method }) => method === 'DELETE', swap), kind: 'answer-lost' });
    const { state: left, diagnostics } = await run.change(type, null, state);
    expect(it.requests.find((request) => request.startsWith('DELETE'))).toMatch(
      /\?expect_owner=never&expect_incarnation=1&expect_created_at=/,
    );
    expect(left).toBeNull();
    expect(told(diagnostics, 'error')).toEqual([]);
    expect(told(diagnostics, 'warning').join()).toMatch(/is left as it is: it is another's: .*ends nothing/);
    expect(live(it, 'orders')?.databases).toEqual(['defaultdb', ...(type === 'forkcast_database' ? ['reports'] : [])]);
  });

  test('is not changed in a service that was made anew, by plan and apply', async () => {
    const it = await aProvider();
    const state = await made(it.core, config, type);
    const planning = await it.again();
    const before = await planning.plan(type, changed, state);
    it.world.run({ type: 'TerminateService', project: 'demo', service: 'orders' });
    it.world.advance(60_000);
    it.world.run(aCreate());
    const after = await (await it.again()).plan(type, changed, state);
    const severity = action === 'update' ? 'error' : 'warning';
    expect(told(after.diagnostics, severity).join()).toMatch(
      /is left as it is: it is another's: .*is another service than/,
    );
    if (action !== 'update') return;
    const applied = await (await it.again()).applyOnce(type, changed, state, before);
    expect(applied.state?.value).toEqual(state.value);
    expect(told(applied.diagnostics, 'error').join()).toMatch(
      /is left as it is: it is another's: .*Nothing was changed/,
    );
  });

  test('that is gone, or whose service is gone, is made again', async () => {
    const it = await aProvider();
    const state = await made(it.core, config, type);
    it.world.run({ type: 'TerminateService', project: 'demo', service: 'orders' });
    expect((await it.core.read(type, state)).state).toBeNull();
  });

  test('that is there already is refused by the plan, where Terraform says that it plans, but its own made again is not', async () => {
    const it = await aProvider();
    const state = await made(it.core, config, type);
    const planErrors = async (walk: 'plan' | 'apply', isTainted = false) => {
      const core = await it.again();
      await core.configure({ project: 'demo' }, walk);
      if (isTainted) await core.upgrade(type, 0, JSON.stringify(toJson(state.value)));
      return told((await core.planOnce(type, config, null)).diagnostics, 'error').join();
    };
    expect(await planErrors('plan')).toMatch(
      /is there already: .*moved \{.*import \{.*terraform destroy -refresh=false/s,
    );
    expect(await planErrors('apply')).toBe('');
    expect(await planErrors('plan', true)).toBe('');
  });

  test('of a fork, copied, is taken over by the provider that has the fork; under another alias the plan refuses it', async () => {
    const it = await aProvider();
    const fork = await made(it.core, aForkConfig());
    const copied = { ...config, service_name: 'copy', copied: true };
    await made(await it.again(), { ...config, service_name: 'copy' }, type);
    const planErrors = async (isSeen: boolean, owner = fork.value['owner']) => {
      const core = await it.again();
      await core.configure({ project: 'demo' }, 'plan');
      if (isSeen)
        await core.upgrade('forkcast_service', 0, JSON.stringify(toJson({ ...fork.value, owner: owner ?? null })));
      return told((await core.planOnce(type, copied, null)).diagnostics, 'error').join();
    };
    expect(await planErrors(true)).toBe('');
    expect(await planErrors(false)).toMatch(
      /is there already: .*moved \{.*import \{.*same provider \(alias\) as this block/s,
    );
    it.world.run({ type: 'ChangeOwner', project: 'demo', service: 'copy', expect: {}, owner: null, by: null });
    expect(await planErrors(false)).toBe('');
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
    const imported = await core.import(type, toText(state.value['id']) ?? '');
    if (imported.state === null) throw new RangeError('Nothing was imported.');
    expect((await replanned(core, logs, imported.state, type)).plan.action).toBe('no-op');
    expect(await core.change(type, null, state)).toMatchObject({ state: null, diagnostics: [], faults: [] });
  });
});

describe("a database in a service that is another's by now", () => {
  const plain = { project: 'demo', service: 'plain' } as const;
  const config = { service_name: 'plain', database_name: 'reports' };
  const theirs = { id: 'owner-of-others', label: { stack: 'acme', path: 'acme/plain' } };

  /** A state that has made a service, and a database in it. */
  const aState = async () => {
    const it = await aProvider();
    const holder = await made(it.core, aServiceConfig());
    return { it, holder, state: await made(await it.again(), config, 'forkcast_database') };
  };
  const databases = ({ world }: Awaited<ReturnType<typeof aProvider>>) => world.registry.findService(plain)?.databases;

  test('stays where the service was taken over, and the plan says so', async () => {
    const { it, state } = await aState();
    it.world.run({ type: 'ChangeOwner', ...plain, expect: {}, owner: theirs, by: null });
    const core = await it.again();
    const { state: now } = await core.read('forkcast_database', state);
    const ended = await core.change('forkcast_database', null, now);
    expect(ended.state).toBeNull();
    const words = /reports of demo\/plain is left as it is: it is another's.*held by acme\/plain of stack acme/;
    expect(told(ended.diagnostics, 'warning').join()).toMatch(words);
    expect(databases(it)).toContain('reports');
  });

  test('stays where the service was made anew', async () => {
    const { it, state } = await aState();
    it.world.run({ type: 'TerminateService', ...plain });
    it.world.advance(1000);
    it.world.run(aCreate(plain), { type: 'CreateDatabase', ...plain, database: 'reports' });
    const ended = await (await it.again()).change('forkcast_database', null, state);
    expect(told(ended.diagnostics, 'warning').join()).toMatch(/is another service than the one/);
    expect(databases(it)).toContain('reports');
  });

  test('is ended where this state has the service, whoever held it before', async () => {
    const { it, holder, state } = await aState();
    const replaced = await it.core.change('forkcast_service', null, holder);
    expect(replaced.state).toBeNull();
    const anew = await made(it.core, aServiceConfig());
    it.world.run({ type: 'CreateDatabase', ...plain, database: 'reports' });
    const core = await it.again();
    await core.read('forkcast_service', anew);
    const { state: now } = await core.read('forkcast_database', state);
    const ended = await core.change('forkcast_database', null, now);
    expect(told(ended.diagnostics, 'warning')).toEqual([]);
    expect(databases(it)).not.toContain('reports');
  });

  test('that this state never held is ended by who made the database', async () => {
    const it = await aProvider();
    const state = await made(it.core, { service_name: 'orders', database_name: 'reports' }, 'forkcast_database');
    it.world.run({ type: 'ChangeOwner', project: 'demo', service: 'orders', expect: {}, owner: theirs, by: null });
    const ended = await (await it.again()).change('forkcast_database', null, state);
    expect(ended).toMatchObject({ state: null, diagnostics: [] });
  });
});

describe('a value that no registry takes is refused before the apply', () => {
  const user = { ...place, username: 'reader', password_wo_version: 1 };
  const pool = { ...place, pool_name: 'web', database_name: 'defaultdb' };
  const link = { integration_type: 'logs', source_service_name: 'a', destination_service_name: 'b' };
  const empty = 'It is an empty text';
  test.each<[string, ObjectValue, string]>([
    ['forkcast_service_user', { ...user, password_wo: '' }, 'new_password: expected at least 8 characters.'],
    ['forkcast_service_user', { ...user, password_wo: 'short' }, 'new_password: expected at least 8 characters.'],
    ['forkcast_service_user', { ...place, username: '' }, empty],
    ['forkcast_service_user', { service_name: '', username: 'a' }, empty],
    ['forkcast_database', { ...place, database_name: '' }, empty],
    ['forkcast_connection_pool', { ...pool, pool_name: '' }, empty],
    ['forkcast_connection_pool', { ...pool, database_name: '' }, empty],
    ['forkcast_connection_pool', { ...pool, username: '' }, empty],
    ['forkcast_service_integration', { ...link, integration_type: '' }, empty],
    ['forkcast_service_integration', { ...link, source_service_name: '' }, empty],
    ['forkcast_service_integration', { ...link, destination_service_name: '' }, empty],
  ])('%s %j', async (type, config, why) => {
    const { core } = await aProvider();
    expect(told(await core.validate(type, config), 'error')).toEqual([expect.stringContaining(why)]);
  });
});
