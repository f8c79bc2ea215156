import { randomBytes, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { z } from 'zod/mini';
import type { EpochMs, RegistryLocation } from '../../domain';
import { parseJson, registryLocationText, toRfc3339, given } from '../../domain';
import type { WorldFile } from '../../registry/embedded';
import { StoreExistsError } from '../../registry';
import { createEmbedded, keyVariable, parseWorld, readFoundingNote } from '../../registry/embedded';
import { FileUnreadableError, RegistryFileExistsError, WrongRegistryKindError } from '../errors';
import { readText } from '../files';
import type { Terminal } from '../terminal';

const firstClock = z.union([
  z.object({ mode: z.enum(['real', 'frozen']) }),
  z.object({ mode: z.literal('factor'), factor: z.number() }),
]);

/** How a registry's clock begins: with the wall clock, standing still, or faster. */
export type FirstClock = Readonly<z.infer<typeof firstClock>>;

const note = z.object({ world: z.unknown(), at: z.catch(z.nullable(z.string()), null), clock: firstClock });

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
  const ownAt = own?.mode === 'frozen' ? own.at : undefined;
  return {
    world: {
      ...rest,
      seed: flags.seed ?? world.seed ?? randomBytes(8).toString('hex'),
      profile: flags.profile ?? world.profile ?? 'fast',
      ...given({ makerSilence: flags.makerSilence, recoveryDefault: flags.recoveryDefault ?? world.recoveryDefault }),
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
  const kept = readFoundingNote(path);
  const file = kept === undefined ? foundingFile(path) : path;
  const { data: told } = note.safeParse(parseJson(kept ?? readText('/', file)));
  if (told !== undefined) return { ...told, world: parseWorld(told.world, file) };
  throw new FileUnreadableError(
    file,
    'it does not say how the registry was made; make it anew with forkcast registry init --force',
  );
};

/** Where a registry of before kept how it was made: beside it. */
const foundingFile = (path: string): string => `${path}.init.json`;
