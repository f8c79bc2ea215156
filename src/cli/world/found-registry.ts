import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { EpochMs, RegistryLocation } from '../../domain';
import { parseJson, registryLocationText, toRfc3339 } from '../../domain';
import type { WorldFile } from '../../registry/embedded';
import { createEmbedded, parseWorld } from '../../registry/embedded';
import { FileUnreadableError, RegistryFileExistsError, WrongRegistryKindError } from '../errors';
import { readText } from '../files';

/** How a registry's clock begins: with the wall clock, standing still, or faster. */
export type FirstClock = { readonly mode: 'real' | 'frozen' } | { readonly mode: 'factor'; readonly factor: number };

/** All that decides what a new registry holds. Kept beside it, so that a reset makes the same one. */
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
 * Makes a registry in a file and plays its world; what was there goes when `replace`. A world that the registry refuses
 * leaves nothing behind.
 * @throws RegistryFileExistsError, WorldStepRefusedError
 */
export const foundRegistry = (
  path: string,
  founding: Founding,
  { replace, now }: { readonly replace: boolean; readonly now: () => EpochMs },
): void => {
  if (existsSync(path) && !replace) throw new RegistryFileExistsError(path);
  mkdirSync(dirname(path), { recursive: true });
  removeRegistry(path);
  const { world, at, clock } = founding;
  try {
    const registry = createEmbedded({
      path,
      wallClock: { now },
      world: { ...world, clock: at === null ? clock : { mode: 'frozen', at } },
      seed: world.seed ?? '',
    });
    const mode =
      clock.mode === 'factor' ? ({ kind: 'factor', factor: clock.factor } as const) : ({ kind: clock.mode } as const);
    registry.execute({ type: 'SetClock', mode });
    registry.close();
  } catch (error) {
    removeRegistry(path);
    throw error;
  }
  writeFileSync(foundingFile(path), `${JSON.stringify({ formatVersion: 1, ...founding }, null, 2)}\n`);
};

/** How the registry in this file was made. @throws FileUnreadableError when that was not kept */
export const readFounding = (path: string): Founding => {
  const file = foundingFile(path);
  const kept = parseJson(readText('/', file));
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

const foundingFile = (path: string): string => `${path}.init.json`;

const removeRegistry = (path: string): void => {
  for (const suffix of ['', '-wal', '-shm', '.init.json']) rmSync(`${path}${suffix}`, { force: true });
};

const readField = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
