import type { ObjectValue } from '../../src/provider/protocol';
import {
  aForkConfig,
  aProvider,
  aServiceConfig,
  made,
  type ProviderWorld,
  replanned,
  service,
  told,
} from '../provider/a-provider';
import type { CoreClient, StoredObject } from '../provider/protocol/client';

const time = '2026-11-02T00:00:00Z';
const otherTime = '2026-11-03T00:00:00Z';

/** A live service as the last apply left it, and what was done to the world since. */
interface State {
  readonly name: string;
  readonly config: ObjectValue;
  readonly then?: (it: ProviderWorld) => void;
  readonly imported?: boolean;
}

const fork = aForkConfig({ recovery_target_time: time });

const states: readonly State[] = [
  { name: 'plain', config: aServiceConfig({ user_config: { backup_hour: 3 } }) },
  { name: 'fork', config: fork },
  { name: 'fork/replace', config: { ...fork, on_fork_change: 'replace' } },
  { name: 'fork/guarded', config: { ...fork, on_fork_change: 'replace', termination_protection: true } },
  {
    name: 'fork/orphaned',
    config: fork,
    then: ({ world }) => {
      world.run({ type: 'TerminateService', project: 'demo', service: 'orders' });
      world.advance(40 * 86_400_000);
    },
  },
  {
    name: 'fork/off',
    config: fork,
    then: ({ world }) => world.run({ type: 'UpdateService', project: 'demo', service: 'copy', powered: false }),
  },
  { name: 'fork/imported', config: fork, imported: true },
  { name: 'fork/latest', config: aForkConfig({}, { latest_transaction: true }) },
];

const settings = (config: ObjectValue): ObjectValue => (config['user_config'] ?? {}) as ObjectValue;
const withSettings = (config: ObjectValue, part: ObjectValue): ObjectValue => ({
  ...config,
  user_config: { ...settings(config), ...part },
});

const edits: Readonly<Record<string, (config: ObjectValue) => ObjectValue | null>> = {
  nothing: (config) => config,
  'fork keys taken out': ({ from: _from, latest_transaction: _latest, ...config }) =>
    withSettings(config, { service_to_fork_from: null, recovery_target_time: null }),
  'time taken out': (config) => withSettings(config, { recovery_target_time: null }),
  'block taken out': ({ user_config: _block, ...config }) => config,
  'other source': (config) => withSettings(config, { service_to_fork_from: 'elsewhere' }),
  'other time': (config) => withSettings(config, { recovery_target_time: otherTime }),
  'source project written out': (config) => withSettings(config, { project_to_fork_from: 'demo' }),
  'other location': (config) => ({ ...config, from: 'secondary' }),
  'latest transaction': (config) => ({
    ...withSettings(config, { recovery_target_time: null }),
    latest_transaction: true,
  }),
  'other name': (config) => ({ ...config, service_name: 'renamed' }),
  'other project': (config) => ({ ...config, project: 'other' }),
  'other type': (config) => ({ ...config, service_type: 'alloydbomni', user_config: null }),
  'larger plan': (config) => ({ ...config, plan: 'business-8' }),
  'other cloud': (config) => ({ ...config, cloud_name: 'google-europe-west4' }),
  tags: (config) => ({ ...config, tags: { team: 'a' } }),
  'backup hour': (config) => withSettings(config, { backup_hour: 5 }),
  'protection on': (config) => ({ ...config, termination_protection: true }),
  'protection off': (config) => ({ ...config, termination_protection: false }),
  'loss allowed': (config) => ({ ...config, on_fork_change: 'replace' }),
  timeout: (config) => ({ ...config, timeouts: { create: '2h' } }),
  destroyed: () => null,
};

/** What a plan comes to: `refused`, or the action. */
const cell = async (core: CoreClient, config: ObjectValue | null, state: StoredObject): Promise<string> => {
  const faults = config === null ? [] : await core.validate(service, config);
  if (told(faults, 'error').length > 0) return 'refused';
  await core.configure({ project: 'demo' });
  const { plan } = await replanned(core, config, state);
  return told(plan.diagnostics, 'error').length > 0 ? 'refused' : plan.action;
};

const prepare = async ({ config, then, imported }: State) => {
  const it = await aProvider();
  const first = await made(it.core, config);
  then?.(it);
  const state = imported ? (await it.core.import(service, 'demo/copy')).state : first;
  if (state === null) throw new RangeError('There is nothing to edit.');
  return { it, state };
};

/** Every edit of every state. A destruction stands only where somebody named it: a name, a project, an allowed loss, the end. */
const expected = `
                           plain        fork         fork/replace fork/guarded fork/orphanedfork/off     fork/importedfork/latest
nothing                    no-op        no-op        no-op        no-op        no-op        no-op        update       no-op
fork keys taken out        no-op        no-op        no-op        no-op        no-op        no-op        update       no-op
time taken out             no-op        no-op        no-op        no-op        no-op        no-op        update       no-op
block taken out            update       update       update       update       update       update       update       refused
other source               refused      refused      refused      refused      refused      refused      refused      refused
other time                 refused      refused      replace      refused      refused      refused      refused      refused
source project written out refused      update       update       update       update       update       update       update
other location             refused      refused      refused      refused      refused      refused      refused      refused
latest transaction         refused      refused      replace      refused      refused      refused      refused      no-op
other name                 refused      refused      replace      refused      refused      refused      refused      refused
other project              refused      refused      refused      refused      refused      refused      refused      refused
other type                 refused      refused      refused      refused      refused      refused      refused      refused
larger plan                update       update       update       update       update       update       update       update
other cloud                update       update       update       update       update       update       update       update
tags                       update       update       update       update       update       update       update       update
backup hour                update       update       update       update       update       update       update       update
protection on              update       update       update       no-op        update       update       update       update
protection off             no-op        no-op        no-op        update       no-op        no-op        update       no-op
loss allowed               update       update       no-op        no-op        update       update       update       update
timeout                    update       update       update       update       update       update       update       update
destroyed                  delete       delete       delete       refused      delete       delete       refused      delete
`;

describe('an edit of a live service', () => {
  test('comes to what the table says, and destroys only what somebody named', async () => {
    const columns: string[][] = [];
    for (const state of states) {
      const { it, state: stored } = await prepare(state);
      const column: string[] = [state.name];
      const core = await it.again();
      for (const edit of Object.values(edits)) column.push(await cell(core, edit(state.config), stored));
      columns.push(column);
    }
    const rows = ['', ...Object.keys(edits)].map((name, index) =>
      [name.padEnd(27), ...columns.map((column) => (column[index] ?? '').padEnd(13))].join('').trimEnd(),
    );
    expect(`\n${rows.join('\n')}\n`).toBe(expected);
  }, 20_000);
});

describe('an edit of the provenance', () => {
  test.each(['fork keys taken out', 'block taken out', 'loss allowed', 'timeout'])(
    'sends nothing: %s',
    async (name) => {
      const it = await aProvider();
      const state = await made(it.core, fork);
      const config = edits[name]?.(fork) ?? fork;
      it.requests.length = 0;
      const applied = await it.core.change(service, config, state);
      expect(applied).toMatchObject({ faults: [] });
      expect(told(applied.diagnostics, 'error')).toEqual([]);
      expect(it.requests.filter((request) => !request.startsWith('GET'))).toEqual([]);
      if (applied.state === null) throw new RangeError('It was lost.');
      expect((await replanned(it.core, config, applied.state)).plan.action).toBe('no-op');
      expect((await replanned(it.core, fork, applied.state)).plan.action).not.toBe('replace');
    },
  );

  test('that an import found and nobody declares is not reset', async () => {
    const it = await aProvider();
    await made(it.core, aServiceConfig({ user_config: { backup_hour: 3 } }));
    const { state } = await it.core.import(service, 'demo/plain');
    it.requests.length = 0;
    const applied = await it.core.change(service, aServiceConfig(), state);
    expect(applied.faults).toEqual([]);
    const sent = it.requests.filter((request) => !request.startsWith('GET'));
    expect(sent).toEqual(['PUT /v1/forkcast/project/demo/service/plain/owner']);
    expect(it.world.registry.findService({ project: 'demo', service: 'plain' })?.facts.userConfig).toMatchObject({
      backup_hour: 3,
    });
  });

  test('names what would be lost when it is refused', async () => {
    const it = await aProvider();
    const state = await made(it.core, fork);
    const { diagnostics } = await it.core.plan(service, edits['other time']?.(fork) ?? null, state);
    expect(told(diagnostics, 'error').join()).toMatch(
      /What demo\/copy holds would be lost: \d+ rows, 1 database, 1 user/,
    );
  });

  test('that is allowed makes another fork, with the data of the other time', async () => {
    const it = await aProvider();
    const config = { ...fork, on_fork_change: 'replace' };
    const state = await made(it.core, config);
    const applied = await it.core.change(service, edits['other time']?.(config) ?? null, state);
    expect(applied).toMatchObject({ action: 'replace', faults: [], replaces: ['user_config.recovery_target_time'] });
    expect(told(applied.diagnostics, 'error')).toEqual([]);
    expect(applied.state?.value).toMatchObject({ lineage: { recovery_point: otherTime } });
  });
});
