import fc from 'fast-check';
import { dayMs, hourMs, serviceTypes, toRfc3339 } from '../../src/domain';
import type { EpochMs, JsonObject } from '../../src/domain';
import type { Command, CreateService } from '../../src/registry';
import { aWorld } from './world';
import type { World } from './world';

/** One step of a random story over up to `services.length` services; numbers pick among what exists. */
export type StoryStep =
  | { readonly kind: 'advance'; readonly byMs: number }
  | {
      readonly kind: 'fork';
      readonly source: number;
      readonly target: 'newest' | 'latest' | 'time' | 'named';
      readonly pick: number;
      readonly near: boolean;
    }
  | { readonly kind: 'terminate'; readonly service: number }
  | { readonly kind: 'outage'; readonly cloud: number; readonly down: boolean }
  | {
      readonly kind: 'pause';
      readonly service: number;
      readonly paused: boolean;
    }
  | { readonly kind: 'upgrade'; readonly service: number }
  | {
      readonly kind: 'region';
      readonly service: number;
      readonly region: number;
    }
  | {
      readonly kind: 'migrate';
      readonly service: number;
      readonly cloud: number;
    }
  | {
      readonly kind: 'power';
      readonly service: number;
      readonly powered: boolean;
    }
  | {
      readonly kind: 'data';
      readonly service: number;
      readonly what: DataStep;
      readonly name: string;
    };

type DataStep = 'CreateDatabase' | 'DeleteDatabase' | 'CreateUser' | 'DeleteUser' | 'WriteRow';

/** What is the same all through a story. */
export interface StorySetting {
  readonly serviceType: 'pg' | 'mysql' | 'opensearch' | 'valkey';
  readonly plan: 'startup-4' | 'business-4';
  readonly region: boolean;
  /** Whether it begins with the oldest version of its type, so that there is something to upgrade. */
  readonly isOld: boolean;
  readonly seed: string;
}

const names = fc.constantFrom('alpha', 'beta', 'gamma');
const service = fc.nat({ max: 5 });

export const anyStep: fc.Arbitrary<StoryStep> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('advance' as const),
      byMs: fc.integer({ min: 0, max: 20 * hourMs }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('data' as const),
      service,
      what: fc.constantFrom<DataStep>(
        'CreateDatabase',
        'DeleteDatabase',
        'CreateUser',
        'DeleteUser',
        'WriteRow',
        'WriteRow',
      ),
      name: names,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('fork' as const),
      source: service,
      target: fc.constantFrom('newest' as const, 'latest' as const, 'time' as const, 'named' as const),
      pick: fc.nat({ max: 1_000_000 }),
      near: fc.constantFrom(true, false, false),
    }),
  },
  fc.record({ kind: fc.constant('terminate' as const), service }),
  fc.record({
    kind: fc.constant('advance' as const),
    byMs: fc.integer({ min: 90 * dayMs, max: 181 * dayMs }),
  }),
  fc.record({
    kind: fc.constant('outage' as const),
    cloud: fc.nat({ max: 1 }),
    down: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('pause' as const),
    service,
    paused: fc.boolean(),
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('power' as const),
      service,
      powered: fc.boolean(),
    }),
  },
  fc.record({ kind: fc.constant('upgrade' as const), service }),
  fc.record({
    kind: fc.constant('region' as const),
    service,
    region: fc.constantFrom(1, 1, 1, 0, 2),
  }),
  fc.record({
    kind: fc.constant('migrate' as const),
    service,
    cloud: fc.nat({ max: 2 }),
  }),
);

export const anySetting: fc.Arbitrary<StorySetting> = fc.record({
  serviceType: fc.constantFrom(
    'pg' as const,
    'pg' as const,
    'mysql' as const,
    'opensearch' as const,
    'valkey' as const,
  ),
  plan: fc.constantFrom('startup-4' as const, 'business-4' as const),
  region: fc.constantFrom(true, true, false),
  isOld: fc.boolean(),
  seed: fc.constantFrom('a', 'b', 'c'),
});

/** The simplest thing that could be right: lists, copied at every step. */
interface Held {
  readonly databases: readonly string[];
  readonly users: readonly string[];
  readonly rows: readonly string[];
}

/** What a service held, from each instant on; oldest first. */
type History = { readonly at: EpochMs; readonly held: Held }[];

/** What the model knows: what each service held, and when it was last upgraded in a way that ends its backups. */
interface Told {
  readonly histories: Map<string, History>;
  readonly upgraded: ReadonlyMap<string, EpochMs>;
}

/** What a story came to, for counting. */
export interface StoryCount {
  readonly forks: number;
  readonly upgrades: number;
  /** Power-ons. */
  readonly returns: number;
  /** Of the second region, to another one or to none. */
  readonly moves: number;
  readonly secondary: number;
  readonly refused: number;
}

const home = 'google-europe-west1';
const away = 'google-europe-west4';
const cloudOf = (number: number): string => [home, away, 'google-europe-west2'][number] ?? home;
const depot = (name: string): string => (name === 'alpha' ? 'defaultdb' : name);

const heldAfter = (held: Held, what: DataStep, name: string): Held => {
  switch (what) {
    case 'CreateDatabase':
      return { ...held, databases: [...held.databases, name].sort() };
    case 'DeleteDatabase':
      return {
        ...held,
        databases: held.databases.filter((database) => database !== name),
        rows: held.rows.filter((row) => !row.startsWith(`${name}:`)),
      };
    case 'CreateUser':
      return { ...held, users: [...held.users, name] };
    case 'DeleteUser':
      return { ...held, users: held.users.filter((user) => user !== name) };
    case 'WriteRow':
      return { ...held, rows: [...held.rows, `${depot(name)}:${name}`] };
  }
};

const dataCommand = (id: { project: string; service: string }, what: DataStep, name: string): Command => {
  switch (what) {
    case 'CreateDatabase':
    case 'DeleteDatabase':
      return { type: what, ...id, database: name };
    case 'CreateUser':
    case 'DeleteUser':
      return { type: what, ...id, username: name };
    case 'WriteRow':
      return {
        type: what,
        ...id,
        database: depot(name),
        key: name,
        value: 'v',
      };
  }
};

/** Plays a story, and checks every service at every instant of it against the model. */
export const playStory = (setting: StorySetting, steps: readonly StoryStep[]): StoryCount => {
  const world = aWorld({ seed: setting.seed });
  const histories = new Map<string, History>();
  const lives = aLedgerOfLives();
  const upgraded = new Map<string, EpochMs>();
  const count = { forks: 0, upgrades: 0, returns: 0, moves: 0, secondary: 0, refused: 0 };
  const create = (name: string, userConfig: JsonObject, cloud: string): CreateService => ({
    type: 'CreateService',
    project: 'demo',
    service: name,
    serviceType: setting.serviceType,
    plan: setting.plan,
    cloud,
    userConfig,
  });
  world.run(
    create('s0', { ...(setting.region ? { additional_backup_regions: [away] } : {}), ...firstVersion(setting) }, home),
  );
  const first = world.registry.contents({ project: 'demo', service: 's0' });
  const users = first?.users.map(({ username }) => username) ?? [];
  histories.set('s0', [
    {
      at: world.now(),
      held: { databases: first?.databases ?? [], users, rows: [] },
    },
  ]);
  for (const step of steps) {
    const id = {
      project: 'demo',
      service: `s${'service' in step ? step.service % histories.size : 0}`,
    };
    if (step.kind === 'fork') playFork(world, { histories, upgraded }, step, create, count);
    else if (step.kind === 'data') {
      const accepted = world.registry.execute(dataCommand(id, step.what, step.name)).kind === 'accepted';
      const history = histories.get(id.service);
      const newest = history?.at(-1);
      if (accepted && newest)
        history?.push({
          at: world.now(),
          held: heldAfter(newest.held, step.what, step.name),
        });
    } else if (step.kind === 'power')
      count.returns += playPower(world, histories, step, {
        id,
        users,
        recovery: logged(setting),
      });
    else if (step.kind === 'upgrade') {
      if (!playUpgrade(world, id)) continue;
      count.upgrades += 1;
      if (logged(setting)) upgraded.set(id.service, world.now());
    } else {
      const { kind } = world.registry.execute(plainCommand(step, id));
      if (step.kind === 'terminate' && kind === 'accepted') lives.ended.add(id.service);
      if (step.kind === 'region' && kind === 'accepted') count.moves += 1;
    }
    lives.after(step, id.service, world);
  }
  checkAll(world, { histories, upgraded }, lives.ended);
  return count;
};

/** Who has ended, in a model of its own: by a command, or by the clock after 180 days powered off. */
const aLedgerOfLives = () => {
  const ended = new Set<string>();
  const offSince = new Map<string, EpochMs>();
  const after = (step: StoryStep, service: string, world: World): void => {
    const state = world.registry.findService({ project: 'demo', service })?.facts.state;
    if (step.kind === 'power' && state !== undefined) {
      if (state !== 'POWEROFF') offSince.delete(service);
      else if (!offSince.has(service)) offSince.set(service, world.now());
    }
    for (const [name, since] of offSince) if (world.now() - since >= 180 * dayMs) ended.add(name);
  };
  return { ended, after };
};

const versionsOf = (type: string | undefined) => {
  const { versionKey: key, versions = [] } = serviceTypes.find(({ name }) => name === type) ?? {};
  return { key, names: versions.map(({ version }) => version) };
};

const firstVersion = ({ isOld, serviceType }: StorySetting): JsonObject => {
  const { key, names } = versionsOf(serviceType);
  return isOld && key !== undefined ? { [key]: names[0] ?? '' } : {};
};

/** Whether a type has a log that is replayed onto its newest backup. */
const logged = ({ serviceType }: StorySetting): boolean => serviceType === 'pg' || serviceType === 'mysql';

/** Power-on: what the newest backup holds, with a log all that was written, without a backup nothing. How often that was, 0 or 1. */
const playPower = (
  world: World,
  histories: Map<string, History>,
  { powered }: Extract<StoryStep, { kind: 'power' }>,
  {
    id,
    users,
    recovery,
  }: {
    id: { project: string; service: string };
    users: readonly string[];
    recovery: boolean;
  },
): number => {
  const before = world.registry.findService(id);
  const outcome = world.registry.execute({
    type: 'UpdateService',
    ...id,
    powered,
  });
  const history = histories.get(id.service) ?? [];
  if (outcome.kind === 'refused' || !powered || before?.facts.state !== 'POWEROFF') return 0;
  const newest = before.facts.backups.at(-1);
  const databases = history[0]?.held.databases.filter((name) => name === 'defaultdb') ?? [];
  if (newest === undefined) history.push({ at: world.now(), held: { databases, users, rows: [] } });
  const held = heldAt(history, newest?.completedAt ?? 0);
  if (held !== undefined && !recovery) history.push({ at: world.now(), held });
  return 1;
};

/** To the next version that its type has; it changes what can be restored, never what is held. Whether it was made. */
const playUpgrade = (world: World, id: { project: string; service: string }): boolean => {
  const facts = world.registry.findService(id);
  const { key, names } = versionsOf(facts?.facts.type);
  if (facts === undefined || key === undefined) return false;
  const next = names[names.findIndex((name) => name === facts.facts.userConfig[key]) + 1];
  if (next === undefined) return false;
  return world.registry.execute({ type: 'UpdateService', ...id, userConfig: { [key]: next } }).kind === 'accepted';
};

const plainCommand = (
  step: Exclude<StoryStep, { kind: 'fork' | 'data' | 'power' | 'upgrade' }>,
  id: { project: string; service: string },
): Command => {
  switch (step.kind) {
    case 'advance':
      return { type: 'AdvanceClock', byMs: step.byMs };
    case 'terminate':
      return { type: 'TerminateService', ...id };
    case 'outage':
      return {
        type: 'SetCloudDown',
        cloud: step.cloud === 0 ? home : away,
        down: step.down,
      };
    case 'pause':
      return { type: 'SetBackupCopyPaused', ...id, paused: step.paused };
    case 'region': {
      const region = cloudOf(step.region);
      return {
        type: 'UpdateService',
        ...id,
        userConfig: {
          additional_backup_regions: region === home ? [] : [region],
        },
      };
    }
    case 'migrate':
      return { type: 'UpdateService', ...id, cloud: cloudOf(step.cloud) };
  }
};

const playFork = (
  world: World,
  { histories, upgraded }: Told,
  step: Extract<StoryStep, { kind: 'fork' }>,
  create: (name: string, userConfig: JsonObject, cloud: string) => CreateService,
  count: { forks: number; secondary: number; refused: number },
): void => {
  const name = `s${histories.size}`;
  const source = {
    project: 'demo',
    service: `s${step.source % histories.size}`,
  };
  const facts = world.registry.findService(source);
  if (histories.size > 5 || facts === undefined) return;
  const base = { service_to_fork_from: source.service };
  const cloud = step.near ? home : away;
  const keys = keysOf(world, facts, step);
  const command = {
    ...create(name, { ...base, ...keys }, cloud),
    latestTransaction: asksLatest(facts, step),
  };
  const outcome = world.registry.execute(command);
  if (outcome.kind === 'refused') {
    count.refused += 1;
    return;
  }
  const lineage = world.registry.findService({
    project: 'demo',
    service: name,
  })?.facts.lineage;
  const point = lineage?.recoveryPoint ?? 0;
  expect(pointWords(lineage)).toBe(
    foretoldWords(facts, world.now(), {
      step,
      keys,
      role: lineage?.role ?? 'primary',
    }),
  );
  // What was backed up before an upgrade cannot be restored after it.
  expect(point).toBeGreaterThanOrEqual(upgraded.get(source.service) ?? 0);
  const held = heldAt(histories.get(source.service) ?? [], point);
  if (held === undefined) throw new RangeError(`${source.service} did not exist at ${point}`);
  count.forks += 1;
  count.secondary += lineage?.role === 'secondary' ? 1 : 0;
  histories.set(name, [{ at: world.now(), held }]);
};

type Detail = NonNullable<ReturnType<World['registry']['findService']>>;
type ForkStep = Extract<StoryStep, { kind: 'fork' }>;

const asksLatest = ({ facts }: Pick<Detail, 'facts'>, { target }: ForkStep): boolean =>
  target === 'latest' && facts.windows?.length !== 0;

const pointWords = (lineage: Detail['facts']['lineage'] | undefined): string =>
  lineage ? `${toRfc3339(lineage.recoveryPoint)} in ${lineage.location}` : 'no lineage';

/**
 * The recovery point as the documents have it: a time is that time, a name that backup; without either the newest listed backup that is
 * restorable there, hourly ones of the day before the newest; the latest transaction is now, or the end of the log or of what was copied.
 */
const foretoldWords = (
  { facts }: Detail,
  now: EpochMs,
  {
    step,
    keys,
    role,
  }: {
    readonly step: ForkStep;
    readonly keys: JsonObject;
    readonly role: 'primary' | 'secondary';
  },
): string => {
  const { recovery_target_time: time, recovery_basebackup_name: name } = keys;
  const readable = facts.backups.filter(
    ({ copy }) => role === 'primary' || (copy !== undefined && copy.replicatedAt <= now),
  );
  const newest = facts.backups.at(-1)?.completedAt ?? now;
  const restorable = readable.filter(
    ({ series, completedAt }) => series === 'regular' || newest - completedAt <= 24 * hourMs,
  );
  const byName = readable.find((backup) => backup.name === name);
  const end = facts.windows?.find((window) => window.role === role)?.latest ?? facts.poweredOffSince ?? now;
  const at = asksLatest({ facts }, step)
    ? end
    : typeof time === 'string'
      ? Date.parse(time)
      : (byName ?? restorable.at(-1))?.completedAt;
  const location = role === 'primary' ? facts.backups.at(-1)?.location : facts.backupRegion.cloud;
  return at === undefined ? 'nothing' : `${toRfc3339(at)} in ${location}`;
};

const keysOf = (world: World, { facts }: Detail, step: Extract<StoryStep, { kind: 'fork' }>): JsonObject => {
  const pick = step.pick / 1_000_000;
  if (step.target === 'named') {
    const backup = facts.backups[Math.min(facts.backups.length - 1, Math.floor(pick * facts.backups.length))];
    return backup === undefined || facts.windows?.length !== 0 ? {} : { recovery_basebackup_name: backup.name };
  }
  const window = facts.windows?.[facts.windows.length - 1];
  if (step.target === 'newest' || step.target === 'latest' || window === undefined) return {};
  const earliest = window.earliest ?? world.now();
  const latest = window.latest ?? world.now();
  return {
    recovery_target_time: toRfc3339(Math.round(earliest + pick * (latest - earliest))),
  };
};

const heldAt = (history: History, at: EpochMs): Held | undefined =>
  history.filter((entry) => entry.at <= at).at(-1)?.held;

const checkAll = (world: World, { histories, upgraded }: Told, ended: ReadonlySet<string>): void => {
  for (const [name, history] of histories) {
    const id = { project: 'demo', service: name };
    expect({ name, there: world.registry.findService(id) !== undefined }).toEqual({ name, there: !ended.has(name) });
    if (ended.has(name)) continue;
    const listed = world.registry.findService(id)?.facts.backups ?? [];
    const early = listed.filter(({ completedAt }) => completedAt < (upgraded.get(name) ?? 0));
    expect({ name, early }).toEqual({ name, early: [] });
    for (const at of new Set([...history.map((entry) => entry.at), world.now()])) {
      const contents = world.registry.contents(id, at);
      const told = contents && {
        databases: contents.databases,
        users: contents.users.map(({ username }) => username),
        rows: contents.rows.map((row) => `${row.database}:${row.key}`),
      };
      const held = heldAt(history, at);
      if (JSON.stringify(told) !== JSON.stringify(held)) expect({ name, at, told }).toEqual({ name, at, told: held });
    }
  }
};
