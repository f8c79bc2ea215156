import { BugError, ForkcastError } from '../../domain';
import { StoreDamagedError, StoreTroubleError } from '../store/errors';
import { openSqliteStore } from '../store/sqlite';
import { findFaults } from '../verify';

/**
 * What an error comes from. Where work on the registry in a file ends in what nobody thought possible, the file is looked through before
 * that is called a bug: others may have damaged it. Gives StoreDamagedError then, else the error itself. Never throws.
 */
export const causeBehind = (path: string, error: unknown): unknown => {
  if (error instanceof ForkcastError && !(error instanceof BugError)) return error;
  try {
    const store = openSqliteStore(path);
    try {
      const [first] = findFaults(store);
      return first === undefined ? error : new StoreDamagedError(path, first.text, { cause: error });
    } finally {
      store.close();
    }
  } catch (trouble) {
    return trouble instanceof StoreTroubleError ? trouble : error;
  }
};
