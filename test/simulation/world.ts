import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serviceKey } from '../../src/domain';
import type { Clock } from '../../src/domain';
import { at } from '../../src/domain/testing';
import { createRegistry, createSqliteStore, openRegistry, openSqliteStore } from '../../src/registry';
import type { Command, EventEnvelope, EventStore, Outcome, Registry } from '../../src/registry';
import { typeOf } from '../differential/landscape';
import { aForkWish } from '../differential/legal-wish';
import { founding, someCommand } from '../differential/random-registry';
import { asCommand } from '../differential/wish';
import { checkers } from './checkers';
import { settles } from './checkers/settles';
import { drawFrom } from './draw';
import type { Draw } from './draw';
import { faultyStore } from './faulty-store';
import type { Faults } from './faulty-store';
import type { Observation, SeenFork } from './observation';

/** How likely each thing is in one world: drawn too, so that worlds differ in kind and not only in detail. */
interface Climate {
  readonly crash: number;
  readonly lostReply: number;
  readonly failedWrite: number;
  readonly duplicate: number;
  readonly otherWriter: number;
  readonly clockJump: number;
  readonly fork: number;
  readonly row: number;
}

/** What became of a world: what was wrong, where, and in what climate. */
export interface Fate {
  readonly fault: string;
  readonly step: number;
  readonly climate: Climate;
}

const climateFrom = (draw: Draw): Climate => {
  const some = (most: number): number => (draw.chance(0.25) ? 0 : (draw.between(0, 100) / 100) * most);
  return {
    crash: some(0.2),
    lostReply: some(0.3),
    failedWrite: some(0.3),
    duplicate: some(0.5),
    otherWriter: some(0.6),
    clockJump: some(0.3),
    fork: some(0.5),
    row: some(0.5),
  };
};

/** A process that has the registry's file open. */
interface Writer {
  readonly registry: Registry;
  readonly store: EventStore;
  readonly faults: Faults;
}

/** One world: a file, two processes on it, a wall clock each, and clients that lose replies. */
interface World {
  readonly draw: Draw;
  readonly climate: Climate;
  /** The wall clock of the machine, and how often it was set back. */
  readonly wall: { readonly now: number; readonly setBacks: number };
  readonly writers: [Writer, Writer];
  open(): Writer;
  readonly acknowledged: Set<string>;
  readonly refused: Set<string>;
  /** Tokens of requests whose answer was lost once: they may have been carried out. */
  readonly uncertain: Set<string>;
  requests: number;
}

/** Plays one world, and tells what was wrong in it; undefined: nothing. */
export const playWorld = (seed: number, steps: number): Fate | undefined => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-world-'));
  const draw = drawFrom(seed);
  const world = found(draw, join(folder, 'registry.db'));
  try {
    return live(world, steps);
  } finally {
    for (const { registry } of world.writers) registry.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const found = (draw: Draw, path: string): World => {
  const wall = { now: at('2026-06-01T00:00:00Z'), setBacks: 0 };
  const clock: Clock = {
    now: () => {
      const byMs = draw.chance(0.1) ? draw.between(-60_000, 600_000) : 5;
      if (byMs < 0) wall.setBacks += 1;
      return (wall.now += byMs);
    },
  };
  const first = createRegistry({
    store: createSqliteStore(path),
    wallClock: clock,
    seed: `world-${draw.between(0, 1_000_000)}`,
    profile: draw.pick(['instant', 'fast', 'realistic']),
    clock: draw.chance(0.7) ? { kind: 'frozen' } : { kind: 'real' },
  });
  first.executeAll(founding);
  first.close();
  const open = (): Writer => {
    const faults: Faults = { next: 'none' };
    const store = faultyStore(openSqliteStore(path), faults);
    return { registry: openRegistry({ store, wallClock: clock }), store, faults };
  };
  const climate = climateFrom(draw);
  return {
    draw,
    climate,
    wall,
    writers: [open(), open()],
    open,
    acknowledged: new Set(),
    refused: new Set(),
    uncertain: new Set(),
    requests: 0,
  };
};

const live = (world: World, steps: number): Fate | undefined => {
  const { draw, climate } = world;
  const shown = new Map<Registry, number>();
  let { setBacks } = world.wall;
  let { log } = glance(world.writers[0]);
  for (let step = 0; step < steps; step += 1) {
    const fork = takeStep(world);
    const looker = draw.pick(world.writers);
    const after = glance(looker);
    if (world.wall.setBacks !== setBacks) shown.clear();
    setBacks = world.wall.setBacks;
    const { acknowledged, refused } = world;
    const before = { log, now: shown.get(looker.registry) ?? 0 };
    const seen: Observation = {
      ...after,
      store: looker.store,
      registry: looker.registry,
      before,
      acknowledged,
      refused,
      fork,
    };
    for (const [name, check] of Object.entries(checkers)) {
      const fault = check(seen);
      if (fault !== undefined) return { fault: `${name}: ${fault}`, step, climate };
    }
    shown.set(looker.registry, after.now);
    log = after.log;
  }
  const fault = settles(world.writers[0].registry);
  return fault === undefined ? undefined : { fault: `settles: ${fault}`, step: steps, climate };
};

const glance = ({ registry, store }: Writer): { readonly now: number; readonly log: readonly EventEnvelope[] } => ({
  now: registry.clock().now,
  log: store.read((reader) => reader.allEvents(0, 100_000)).map(({ envelope }) => envelope),
});

const takeStep = (world: World): SeenFork | undefined => {
  const { draw, climate } = world;
  if (draw.chance(climate.crash)) crash(world, draw.chance(0.5) ? 0 : 1);
  const number = draw.chance(climate.otherWriter) ? 1 : 0;
  const writer = (): Registry => world.writers[number].registry;
  if (draw.chance(climate.clockJump)) {
    const mode = draw.pick([{ kind: 'frozen' }, { kind: 'real' }, { kind: 'factor', factor: 500 }] as const);
    send(world, number, { type: 'SetClock', mode });
  }
  const command = someRequest(world, writer());
  if (command === undefined) return undefined;
  const source = sourceBefore(writer(), command);
  const { now } = writer().clock();
  const outcome = send(world, number, command);
  if (draw.chance(climate.duplicate)) send(world, draw.chance(0.5) ? 0 : 1, command);
  if (outcome?.kind !== 'accepted' || command.type !== 'CreateService' || source === undefined) return undefined;
  const made = writer().facts().services.get(serviceKey(command))?.lineage ?? null;
  return made === null || outcome.at !== now ? undefined : { lineage: made, source, now };
};

const crash = (world: World, number: 0 | 1): void => {
  world.writers[number].registry.close();
  world.writers[number] = world.open();
};

/** A command of any kind; creates and rows carry a token by which the log tells them. */
const someRequest = (world: World, registry: Registry): Command | undefined => {
  const { draw, climate } = world;
  const token = `request-${(world.requests += 1)}`;
  if (draw.chance(climate.row)) {
    const services = [...registry.facts().services.values()];
    if (services.length === 0) return undefined;
    const { project, service, type } = draw.pick(services);
    const database = typeOf(type).defaultDatabase ?? 'index-1';
    return { type: 'WriteRow', project, service, database, key: token, value: 'v' };
  }
  const command = draw.chance(climate.fork)
    ? asCommand(aForkWish(draw, registry.facts()))
    : someCommand(registry, draw);
  if (command?.type !== 'CreateService') return command;
  return { ...command, origin: { stack: 's', path: command.service, fingerprint: token, latestTransaction: false } };
};

const sourceBefore = (registry: Registry, command: Command): SeenFork['source'] | undefined => {
  if (command.type !== 'CreateService') return undefined;
  const { service_to_fork_from: service, project_to_fork_from: project } = command.userConfig;
  if (typeof service !== 'string') return undefined;
  return registry
    .facts()
    .services.get(serviceKey({ project: typeof project === 'string' ? project : command.project, service }));
};

/** Sends a command; the write may fail, and the reply may be lost. Undefined: the client does not know what became of it. */
const send = (world: World, number: 0 | 1, command: Command): Outcome | undefined => {
  const { draw, climate } = world;
  const { registry, faults } = world.writers[number];
  const token = tokenIn(command);
  faults.next = draw.chance(climate.failedWrite)
    ? 'before-commit'
    : draw.chance(climate.lostReply)
      ? 'after-commit'
      : 'none';
  try {
    const outcome = registry.execute(command);
    if (token !== undefined) note(world, token, outcome);
    return outcome;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    if (token !== undefined) world.uncertain.add(token);
    if (draw.chance(0.5)) crash(world, number);
    return undefined;
  } finally {
    faults.next = 'none';
  }
};

/** A refusal says that nothing was done, unless the same request was sent before. */
const note = (world: World, token: string, outcome: Outcome): void => {
  if (outcome.kind === 'accepted') world.acknowledged.add(token);
  else if (!world.uncertain.has(token)) world.refused.add(token);
};

const tokenIn = (command: Command): string | undefined => {
  if (command.type === 'WriteRow') return command.key;
  return command.type === 'CreateService' ? command.origin?.fingerprint : undefined;
};
