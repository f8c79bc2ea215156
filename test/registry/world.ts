import { at } from '../../src/domain/testing';
import type { Catalogue, Clock, EpochMs, JsonObject } from '../../src/domain';
import { createRegistry, openRegistry } from '../../src/registry';
import { parseKey, type FoundKey, type KeySource } from '../../src/registry/key';
import { createMemoryStore, type MemoryStore } from './memory-store';
import type {
  ClockMode,
  Command,
  CreateService,
  EventStore,
  Outcome,
  Registry,
  TimingProfile,
} from '../../src/registry';

export const start: EpochMs = at('2026-11-01T00:00:00Z');

/** A wall clock that a test moves by hand. */
export const aWallClock = (now: EpochMs = start): Clock & { set(next: EpochMs): void } => {
  let shown = now;
  return { now: () => shown, set: (next) => void (shown = next) };
};

export interface World {
  readonly registry: Registry;
  readonly store: EventStore;
  readonly wall: ReturnType<typeof aWallClock>;
  /** Executes, and fails the test when refused. */
  run(...commands: readonly Command[]): void;
  /** The code of the refusal; fails the test when accepted. */
  refusal(command: Command): string;
  advance(ms: number): void;
  now(): EpochMs;
}

export interface WorldOptions {
  readonly store?: EventStore;
  /** Begins as the world whose store this is stands, which is left as it is. */
  readonly copyOf?: MemoryStore | undefined;
  readonly profile?: TimingProfile;
  readonly clock?: ClockMode;
  readonly seed?: string;
  readonly catalogue?: Catalogue;
  readonly recoveryDefault?: 'base-backup' | 'latest';
  /** Null: none, as in a registry of before there were keys. */
  readonly keys?: KeySource | null;
}

/** A key that is there. */
export const someKey = (hex = 'a1'.repeat(32)): KeySource => {
  const key = parseKey(hex);
  const find = (): FoundKey => (key === undefined ? { kind: 'none', why: 'it is spelt wrong' } : { kind: 'key', key });
  return { find, take: find };
};

/** The store of a world that nothing was asked of, of which most are copies. */
let untouched: MemoryStore | undefined;

/** A registry with organizations `acme` (projects `demo`, `other`) and `globex` (project `foreign`), its clock frozen at 1 November. */
export const aWorld = (options: WorldOptions = {}): World => {
  const isUsual = Object.keys(options).length === 0;
  const copyOf = options.copyOf ?? (isUsual ? untouched : undefined);
  const inMemory = createMemoryStore(copyOf);
  const store = options.store ?? inMemory;
  const wall = aWallClock();
  const common = {
    store,
    wallClock: wall,
    ...(options.keys === null ? {} : { keys: options.keys ?? someKey() }),
    ...(options.catalogue === undefined ? {} : { catalogue: options.catalogue }),
  };
  if (copyOf !== undefined) return worldOf(openRegistry(common), store, wall);
  const registry = createRegistry({
    ...common,
    seed: options.seed ?? 'seed-1',
    profile: options.profile ?? 'instant',
    clock: options.clock ?? { kind: 'frozen' },
    ...(options.recoveryDefault === undefined ? {} : { recoveryDefault: options.recoveryDefault }),
  });
  const world = worldOf(registry, store, wall);
  world.run(
    { type: 'CreateOrganization', organization: 'acme' },
    { type: 'CreateOrganization', organization: 'globex' },
    { type: 'CreateProject', project: 'demo', organization: 'acme' },
    { type: 'CreateProject', project: 'other', organization: 'acme' },
    { type: 'CreateProject', project: 'foreign', organization: 'globex' },
  );
  if (isUsual) untouched = createMemoryStore(inMemory);
  return world;
};

export const worldOf = (registry: Registry, store: EventStore, wall: ReturnType<typeof aWallClock>): World => {
  const execute = (command: Command): Outcome => registry.execute(command);
  return {
    registry,
    store,
    wall,
    run: (...commands) => {
      for (const command of commands) expectAccepted(execute(command));
    },
    refusal: (command) => {
      const outcome = execute(command);
      if (outcome.kind === 'accepted') return `accepted ${command.type}`;
      expect(outcome.refusal.message).toMatch(/^.{30,}\.$/su);
      return outcome.refusal.code;
    },
    advance: (byMs) => expectAccepted(execute({ type: 'AdvanceClock', byMs })),
    now: () => registry.status().now,
  };
};

/** An outcome that is refused fails the test, which shows it. */
const expectAccepted = (outcome: Outcome): void => {
  if (outcome.kind !== 'accepted') expect(outcome).toMatchObject({ kind: 'accepted' });
};

/** A create that is accepted: `orders`, a pg on business-4 in google-europe-west1 of project demo. */
export const aCreate = (part: Partial<CreateService> = {}): CreateService => ({
  type: 'CreateService',
  project: 'demo',
  service: 'orders',
  serviceType: 'pg',
  plan: 'business-4',
  cloud: 'google-europe-west1',
  userConfig: {},
  ...part,
});

/** A fork of `orders` named `copy`. */
export const aFork = (userConfig: JsonObject = {}, part: Partial<CreateService> = {}): CreateService =>
  aCreate({ service: 'copy', ...part, userConfig: { service_to_fork_from: 'orders', ...userConfig } });

/** The same, with its plan left to the registry. */
export const unplanned = ({ plan: _plan, ...command }: CreateService): CreateService => command;

/** The same, with its cloud left to the registry. */
export const unplaced = ({ cloud: _cloud, ...command }: CreateService): CreateService => command;

export const orders = { project: 'demo', service: 'orders' } as const;
export const copy = { project: 'demo', service: 'copy' } as const;

/** A row of `orders` in its default database. */
export const aRow = (key: string, value = 'v', service = 'orders'): Command => ({
  type: 'WriteRow',
  project: 'demo',
  service,
  database: 'defaultdb',
  key,
  value,
});
