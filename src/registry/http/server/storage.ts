import { RegistryUnreachableError } from '../../../api';
import { ForkcastError } from '../../../domain';
import { StoreBusyError, StoreTroubleError } from '../../store/errors';
import { failed, type Refused, type StorageCode } from '../answer';

/**
 * What is said over HTTP of trouble with the registry's file or disk: the sentences name no path of the server, whose log has it.
 * Undefined: it is no such trouble.
 */
export const answerStorage = (error: unknown): Refused | undefined => {
  if (error instanceof RegistryUnreachableError) return answerStorageCode('FC_STORE_MISSING');
  return error instanceof StoreTroubleError || error instanceof StoreBusyError
    ? answerStorageCode(error.code)
    : undefined;
};

/** The same by the code of the error. */
export const answerStorageCode = (code: string): Refused | undefined => {
  const [name, text] = sentences[code] ?? [];
  return name === undefined ? undefined : failed(503, name, `${text} See the log of the server.`);
};

const sentences: Readonly<Record<string, readonly [StorageCode | 'unavailable', string]>> = {
  FC_STORE_BUSY: [
    'unavailable',
    'Another process on the machine of the registry has its file locked for too long, so nothing was done: what makes a large world, a ' +
      'backup, or a database shell with an open transaction. Send the request again.',
  ],
  FC_STORE_REPLACED: ['unavailable', 'The registry was made anew meanwhile: nothing was done. Send the request again.'],
  FC_STORE_FULL: ['storage_full', 'The disk of the registry is full, so nothing was changed. Make room on it.'],
  FC_STORE_READ_ONLY: ['storage_read_only', 'The registry may not be written, so nothing was changed.'],
  FC_STORE_RIGHTS: ['storage_forbidden', 'The server has no right to open the file of the registry.'],
  FC_STORE_DAMAGED: ['storage_damaged', 'The file of the registry is damaged. Put a backup in its place.'],
  FC_STORE_FAILED: ['storage_failed', 'The disk of the registry failed, so nothing was changed.'],
  FC_STORE_NEWER: ['storage_newer', 'The file of the registry is of a newer release than the server.'],
  FC_STORE_MISSING: ['storage_missing', 'The file of the registry is not there, or no registry any more.'],
};

/** What is known of the disk. */
export interface StorageWatch {
  /** Runs what may write: its trouble is remembered until something was written again. */
  watched<T>(write: () => T): T;
  /** What an error comes from. For one that nobody thought possible the whole file is looked through, until it was found sound once. */
  explain(error: unknown, causeBehind: ((error: unknown) => unknown) | undefined): unknown;
  /** Writes as little as can be, where that is not known to work. @throws what writing throws */
  check(probe: () => void): void;
}

/** Nothing is known at first. */
export const watchStorage = (): StorageWatch => {
  let [writes, isSound] = [false, false];
  const note = (error: unknown): void => {
    if (error instanceof StoreTroubleError) writes = false;
  };
  const watched = <T>(write: () => T): T => {
    try {
      const result = write();
      writes = true;
      return result;
    } catch (error) {
      note(error);
      throw error;
    }
  };
  const explain = (error: unknown, causeBehind: ((error: unknown) => unknown) | undefined): unknown => {
    const cause = isSound || causeBehind === undefined ? error : causeBehind(error);
    if (cause === error && !(error instanceof ForkcastError)) isSound = true;
    note(cause);
    return cause;
  };
  return { watched, explain, check: (probe) => (writes ? undefined : watched(probe)) };
};
