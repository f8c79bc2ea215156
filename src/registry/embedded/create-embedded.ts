import { given, parseDurationMs } from '../../domain';
import { appendEvents } from '../append';
import type { ClockMode } from '../commands';
import type { RegistryWideEvent } from '../events';
import { createRegistry } from '../open';
import { findRegistry } from '../read-views';
import type { Registry } from '../registry';
import { compactSqlite, createSqliteStore, foundSqliteStore, replaceSqliteStore } from '../store/create-sqlite';
import { StoreDamagedError, StoreExistsError, StoreFormatError, StoreMissingError } from '../store/errors';
import type { EventStore, StoreReader } from '../store/event-store';
import { keySource } from '../store/key-file';
import { openSqliteStore } from '../store/sqlite';
import type { TokenRecord } from '../tokens';
import { playWorld, worldNow, worldStart, type WorldFile } from '../world';
import { openEmbeddedRegistry, type EmbeddedOptions } from './open-embedded';

/** A new embedded registry. */
interface NewEmbeddedOptions extends EmbeddedOptions {
  readonly world: WorldFile;
  /** The seed when the world names none. */
  readonly seed: string;
  /** Tells it from every other registry, also from one of the same seed. */
  readonly id: string;
  /** How its clock runs once the world was played. @default as the world says */
  readonly clock?: ClockMode;
  /** Kept in it, so that it can be made anew: how it is made, in words of the caller. @default nothing */
  readonly founding?: string;
  /** Take the place of one that is there, whose tokens go on counting. @default false */
  readonly replace?: boolean;
}

const foundingNote = 'founding';

/** What was kept in the registry of a file about how it was made. @throws StoreMissingError, StoreFormatError, StoreTroubleError */
export const readFoundingNote = (path: string): string | undefined => {
  const store = openSqliteStore(path);
  try {
    return store.read((reader) => reader.note(foundingNote));
  } finally {
    store.close();
  }
};

/**
 * Makes a registry in a file and plays the world into it, so that its clock ends at the world's now. It is one transaction: a step that
 * is refused, a full disk or a kill leave what was there before, and of two at once one wins (decision 0042).
 * @throws StoreExistsError, StoreFormatError, StoreTroubleError, WorldFileError, WorldStepRefusedError
 */
export const createEmbedded = (options: NewEmbeddedOptions): Registry => {
  const { path, wallClock, key } = options;
  const found = (store: EventStore): void => foundIn(store, options);
  try {
    const store = openOrMark(path);
    try {
      found(store);
    } finally {
      store.close();
    }
    compactSqlite(path);
  } catch (error) {
    if (error instanceof StoreMissingError) foundSqliteStore(path, found);
    else if (error instanceof StoreDamagedError && options.replace === true) replaceSqliteStore(path, found);
    else throw error;
  }
  return openEmbeddedRegistry({ path, wallClock, key });
};

/** A file without a registry in it may be empty: what is left of a founding that was cut off. */
const openOrMark = (path: string): EventStore => {
  try {
    return openSqliteStore(path);
  } catch (error) {
    if (!(error instanceof StoreFormatError)) throw error;
    return createSqliteStore(path);
  }
};

/** In a file that is there, whoever has it open reads on in the old registry until the transaction ends, and then notices. */
const foundIn = (store: EventStore, options: NewEmbeddedOptions): void =>
  store.write((writer) => {
    const tokens = tokensToKeep(writer, options);
    writer.clear();
    const registry = playedRegistry(store, options);
    appendEvents(writer, tokens.flatMap(tokenEvents), writer.newestAt());
    if (options.clock !== undefined) registry.execute({ type: 'SetClock', mode: options.clock });
    if (options.founding !== undefined) writer.putNote(foundingNote, options.founding);
  });

const tokensToKeep = (reader: StoreReader, { path, replace }: NewEmbeddedOptions): readonly TokenRecord[] => {
  const before = findRegistry(reader);
  if (before !== undefined && replace !== true) throw new StoreExistsError(path);
  return before?.tokens ?? [];
};

/** Ended tokens are kept too: without any token, everyone would count as the administrator. */
const tokenEvents = ({ id, createdAt, revokedAt, ...grant }: TokenRecord): readonly RegistryWideEvent[] => [
  { type: 'TokenCreated', grant, wallAt: createdAt },
  ...(revokedAt === null ? [] : [{ type: 'TokenRevoked' as const, id, wallAt: revokedAt }]),
];

const playedRegistry = (store: EventStore, { path, wallClock, key, world, seed, id }: NewEmbeddedOptions): Registry => {
  const now = worldNow(world, wallClock.now());
  const registry = createRegistry({
    store,
    wallClock,
    origin: `sqlite:${path}`,
    keys: keySource(path, key),
    id,
    seed: world.seed ?? seed,
    profile: world.profile ?? 'fast',
    ...(world.recoveryDefault === undefined ? {} : { recoveryDefault: world.recoveryDefault }),
    startAt: worldStart(world, now),
    ...given({ makerSilenceMs: parseDurationMs(world.makerSilence ?? '') }),
    clock: { kind: 'frozen' },
  });
  playWorld(registry, world, now);
  const behindMs = wallClock.now() - registry.clock().now;
  const real = world.clock === undefined || world.clock.mode === 'real';
  if (real && behindMs > 0) registry.execute({ type: 'AdvanceClock', byMs: behindMs });
  return registry;
};
