import { RegistryUnreachableError } from '../../api';
import type { Clock } from '../../domain';
import { openRegistry } from '../open';
import type { Registry } from '../registry';
import { StoreBusyError, StoreFormatError, StoreMissingError } from '../store/errors';
import { openSqliteStore } from '../store/sqlite';

/** Where an embedded registry is, and the clock on the wall. */
export interface EmbeddedOptions {
  /** The file, absolute. */
  readonly path: string;
  readonly wallClock: Clock;
}

/**
 * Opens the registry in a file that `forkcast registry init` made.
 * @throws RegistryUnreachableError when the file is not there, is no registry, or stays locked
 */
export const openEmbeddedRegistry = ({ path, wallClock }: EmbeddedOptions): Registry => {
  const origin = `sqlite:${path}`;
  try {
    const store = openSqliteStore(path);
    try {
      return openRegistry({ store, wallClock, origin });
    } catch (error) {
      store.close();
      throw error;
    }
  } catch (error) {
    throw unreachableBy(origin, error);
  }
};

/** The registry in a file, opened when it is first used. Using it rejects with RegistryUnreachableError when it cannot be. */
export const lazyRegistry = (options: EmbeddedOptions) => {
  let opened: Registry | undefined;
  return {
    use: async <T>(work: (registry: Registry) => T | Promise<T>): Promise<T> => {
      try {
        opened ??= openEmbeddedRegistry(options);
        return await Promise.resolve(work(opened));
      } catch (error) {
        throw unreachableBy(`sqlite:${options.path}`, error);
      }
    },
    close: (): void => {
      opened?.close();
      opened = undefined;
    },
  };
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
