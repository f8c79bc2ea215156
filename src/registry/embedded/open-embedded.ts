import { RegistryUnreachableError } from '../../api';
import type { Clock } from '../../domain';
import { openRegistry } from '../open';
import { patiently, type Patience } from '../patience';
import { causeBehind } from './damage';
import type { Registry } from '../registry';
import { StoreBusyError, StoreFormatError, StoreMissingError, StoreReplacedError } from '../store/errors';
import { keySource } from '../store/key-file';
import { openSqliteStore } from '../store/sqlite';

/** Where an embedded registry is, and the clock on the wall. */
export interface EmbeddedOptions {
  /** The file, absolute. */
  readonly path: string;
  readonly wallClock: Clock;
  /** Its key, when the environment gives one in place of the file beside it. */
  readonly key?: string | undefined;
}

/**
 * Opens the registry in a file that `forkcast registry init` made. `waitMs`: 0 where it does not stand still for others, but throws
 * StoreBusyError, for `patiently`.
 * @throws RegistryUnreachableError when the file is not there, is no registry, or stays locked
 */
export const openEmbeddedRegistry = ({ path, wallClock, key }: EmbeddedOptions, waitMs?: 0): Registry => {
  const origin = `sqlite:${path}`;
  try {
    const store = openSqliteStore(path, waitMs);
    try {
      return openRegistry({ store, wallClock, origin, keys: keySource(path, key) });
    } catch (error) {
      store.close();
      throw error;
    }
  } catch (error) {
    throw waitMs === 0 && error instanceof StoreBusyError ? error : unreachableBy(origin, error);
  }
};

/** The same for a process that must not stand still while others have the file. */
export interface SharedFileOptions extends EmbeddedOptions, Patience {}

/** How often one request follows a registry that is made anew meanwhile. */
const mostFollowed = 10;

/**
 * The registry in a file, opened when it is first used. Work that finds another registry in its place is done there, and work that
 * meets a lock is done once that is gone, both from its beginning: it must write at most once. Using it rejects
 * with RegistryUnreachableError when there is none.
 */
export const lazyRegistry = (options: SharedFileOptions) => {
  let opened: Registry | undefined;
  const close = (): void => {
    opened?.close();
    opened = undefined;
  };
  const useOnce = async <T>(
    work: (registry: Registry) => T | Promise<T>,
  ): Promise<{ readonly value: T } | 'replaced'> => {
    const registry = (opened ??= openEmbeddedRegistry(options, 0));
    try {
      return { value: await work(registry) };
    } catch (error) {
      if (!(error instanceof StoreReplacedError)) throw error;
      if (opened === registry) close();
      return 'replaced';
    }
  };
  const use = async <T>(work: (registry: Registry) => T | Promise<T>): Promise<T> => {
    try {
      for (let followed = 0; followed < mostFollowed; followed += 1) {
        const done = await patiently(() => useOnce(work), options);
        if (done !== 'replaced') return done.value;
      }
      throw new StoreReplacedError(options.path);
    } catch (error) {
      throw unreachableBy(`sqlite:${options.path}`, causeBehind(options.path, error));
    }
  };
  return { use, close };
};

const unreachableBy = (target: string, error: unknown): unknown => {
  const why = explainFailure(error);
  return why === undefined ? error : new RegistryUnreachableError(target, why, { cause: error });
};

const explainFailure = (error: unknown): string | undefined => {
  if (error instanceof StoreMissingError) {
    return 'there is no registry. Make one with "forkcast registry init".';
  }
  if (error instanceof StoreFormatError) return `${error.why} Make another one with "forkcast registry init".`;
  return error instanceof StoreBusyError ? error.message : undefined;
};
