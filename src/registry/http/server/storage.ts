import { RegistryUnreachableError } from '../../../api';
import { StoreBusyError, StoreReplacedError, StoreTroubleError } from '../../store/errors';
import { failed, type Refused, type StorageCode } from '../answer';

/**
 * What is said over HTTP of trouble with the registry's file or disk: the sentences name no path of the server, whose log has it.
 * Undefined: it is no such trouble.
 */
export const answerStorage = (error: unknown): Refused | undefined => {
  if (error instanceof StoreBusyError) {
    return failed(503, 'unavailable', 'The registry is busy with other processes. Send the request again.');
  }
  if (error instanceof StoreReplacedError) {
    return failed(
      503,
      'unavailable',
      'The registry was made anew meanwhile: nothing was done. Send the request again.',
    );
  }
  if (error instanceof RegistryUnreachableError) return told('FC_STORE_MISSING');
  return error instanceof StoreTroubleError ? told(error.code) : undefined;
};

const told = (code: string): Refused => {
  const [name, text] = sentences[code] ?? sentences.FC_STORE_FAILED;
  return failed(503, name, `${text} See the log of the server.`);
};

const sentences: Readonly<Record<string, readonly [StorageCode, string]>> & {
  readonly FC_STORE_FAILED: readonly [StorageCode, string];
} = {
  FC_STORE_FULL: ['storage_full', 'The disk of the registry is full, so nothing was changed. Make room on it.'],
  FC_STORE_READ_ONLY: ['storage_read_only', 'The registry can be read, but not written, so nothing was changed.'],
  FC_STORE_RIGHTS: ['storage_forbidden', 'The server has no right to open the file of the registry.'],
  FC_STORE_DAMAGED: ['storage_damaged', 'The file of the registry is damaged. Put a backup in its place.'],
  FC_STORE_FAILED: ['storage_failed', 'The disk of the registry failed, so nothing was changed.'],
  FC_STORE_NEWER: ['storage_newer', 'The file of the registry is of a newer release than the server.'],
  FC_STORE_MISSING: ['storage_missing', 'The file of the registry is not there, or no registry any more.'],
};

/** What the last look at the disk was like. */
export interface StorageWatch {
  /** Runs what may write: its trouble is remembered until something was written again. */
  watched<T>(write: () => T): T;
  note(error: unknown): void;
  /** Writes as little as can be, where that is not known to work. @throws what writing throws */
  check(probe: () => void): void;
}

/** Nothing is known at first. */
export const watchStorage = (): StorageWatch => {
  let works = false;
  const note = (error: unknown): void => {
    if (error instanceof StoreTroubleError) works = false;
  };
  const watched = <T>(write: () => T): T => {
    try {
      const result = write();
      works = true;
      return result;
    } catch (error) {
      note(error);
      throw error;
    }
  };
  return { watched, note, check: (probe) => (works ? undefined : watched(probe)) };
};
