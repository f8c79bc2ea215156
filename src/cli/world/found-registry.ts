import { randomBytes, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { EpochMs, RegistryLocation } from '../../domain';
import { parseJson, registryLocationText, toRfc3339 } from '../../domain';
import type { WorldFile } from '../../registry/embedded';
import { StoreExistsError } from '../../registry';
import { createEmbedded, keyVariable, parseWorld, readFoundingNote } from '../../registry/embedded';
import { FileUnreadableError, RegistryFileExistsError, WrongRegistryKindError } from '../errors';
import { readText } from '../files';
import type { Terminal } from '../terminal';

/** How a registry's clock begins: with the wall clock, standing still, or faster. */
export type FirstClock = { readonly mode: 'real' | 'frozen' } | { readonly mode: 'factor'; readonly factor: number };

/** All that decides what a new registry holds. Kept in it, so that a reset makes the same one. */
interface Founding {
  readonly world: WorldFile;
  /** The world's now; null: the wall clock's, whenever it is made. */
  readonly at: string | null;
  readonly clock: FirstClock;
}

/** A founding from a world and what flags change in it; a seed is drawn where nobody gives one. */
export const planFounding = (
  world: WorldFile,
  flags: {
    readonly seed: string | undefined;
    readonly profile: 'instant' | 'fast' | 'realistic' | undefined;
    readonly recoveryDefault: 'base-backup' | 'latest' | undefined;
    readonly clock: FirstClock | undefined;
    readonly at: EpochMs | undefined;
    readonly makerSilence?: string | undefined;
  },
): Founding => {
  const { clock: own, ...rest } = world;
  const recoveryDefault = flags.recoveryDefault ?? world.recoveryDefault;
  const ownAt = own?.mode === 'frozen' ? own.at : undefined;
  return {
    world: {
      ...rest,
      seed: flags.seed ?? world.seed ?? randomBytes(8).toString('hex'),
      profile: flags.profile ?? world.profile ?? 'fast',
      ...(flags.makerSilence === undefined ? {} : { makerSilence: flags.makerSilence }),
      ...(recoveryDefault === undefined ? {} : { recoveryDefault }),
    },
    at: flags.at === undefined ? (ownAt ?? null) : toRfc3339(flags.at),
    clock: flags.clock ?? chooseFirstClock(own),
  };
};

const chooseFirstClock = (clock: WorldFile['clock']): FirstClock => {
  if (clock === undefined) return { mode: 'real' };
  return clock.mode === 'factor' ? { mode: 'factor', factor: clock.factor } : { mode: clock.mode };
};

/** The file of a registry that can be made and removed. @throws WrongRegistryKindError for one that is served, or a snapshot */
export const registryFile = (location: RegistryLocation): string => {
  if (location.kind === 'sqlite') return location.path;
  throw new WrongRegistryKindError(registryLocationText(location), 'the file of a registry: sqlite:PATH');
};

/**
 * Makes a registry in a file and plays its world; with `replace` in the place of the one that is there, whose tokens go on counting. When
 * it fails, what was there is as it was.
 * @throws RegistryFileExistsError, WorldStepRefusedError, StoreFormatError, StoreTroubleError
 */
export const foundRegistry = (
  path: string,
  founding: Founding,
  { replace, now, env }: Pick<Terminal, 'now' | 'env'> & { readonly replace: boolean },
): void => {
  const { world, at, clock } = founding;
  try {
    createEmbedded({
      path,
      key: env[keyVariable],
      wallClock: { now },
      world: { ...world, clock: at === null ? clock : { mode: 'frozen', at } },
      seed: world.seed ?? '',
      id: randomUUID(),
      clock: clock.mode === 'factor' ? { kind: 'factor', factor: clock.factor } : { kind: clock.mode },
      founding: JSON.stringify({ formatVersion: 1, ...founding }),
      replace,
    }).close();
  } catch (error) {
    throw error instanceof StoreExistsError ? new RegistryFileExistsError(path) : error;
  }
  rmSync(foundingFile(path), { force: true });
};

/** How the registry in this file was made. @throws FileUnreadableError when that was not kept */
export const readFounding = (path: string): Founding => {
  const note = readFoundingNote(path);
  const file = note === undefined ? foundingFile(path) : path;
  const kept = parseJson(note ?? readText('/', file));
  const [world, at, clock] = [readField(kept, 'world'), readField(kept, 'at'), readField(kept, 'clock')];
  const mode = readField(clock, 'mode');
  const factor = readField(clock, 'factor');
  if (mode === 'real' || mode === 'frozen')
    return { world: parseWorld(world, file), at: textOrNull(at), clock: { mode } };
  if (mode === 'factor' && typeof factor === 'number') {
    return { world: parseWorld(world, file), at: textOrNull(at), clock: { mode, factor } };
  }
  throw new FileUnreadableError(
    file,
    'it does not say how the registry was made; make it anew with forkcast registry init --force',
  );
};

/** Where a registry of before kept how it was made: beside it. */
const foundingFile = (path: string): string => `${path}.init.json`;

const readField = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
