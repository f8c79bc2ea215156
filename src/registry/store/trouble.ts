import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  StoreBusyError,
  StoreDamagedError,
  StoreFailedError,
  StoreFormatError,
  StoreFullError,
  StoreReadOnlyError,
  StoreRightsError,
} from './errors';

/** Codes of SQLite that tell of the machine. @see sqlite.org/rescode.html (read 2026-11-27) */
const codes = {
  perm: 3,
  busy: 5,
  locked: 6,
  readOnly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  auth: 23,
  notDatabase: 26,
  /** No room for the index of the log that all processes share. */
  noRoomForIndex: 4_874,
} as const;

/**
 * What the driver, or the file system, said in its own terms as one of our errors; anything else as it is. `waitMs`: how long a connection
 * waits for a lock. Never throws.
 */
export const explainTrouble = (path: string, error: unknown, waitMs = 0): unknown => {
  const options = { cause: error };
  const { code, extended, message } = readFailure(error);
  if (extended === codes.noRoomForIndex) return new StoreFullError(path, options);
  switch (code) {
    case codes.busy:
    case codes.locked:
      return new StoreBusyError(path, waitMs, options);
    case codes.full:
    case 'ENOSPC':
    case 'EDQUOT':
      return new StoreFullError(path, options);
    case codes.readOnly:
    case 'EROFS':
      return new StoreReadOnlyError(path, options);
    case codes.cannotOpen: {
      const refused = findAccessCode(path);
      if (refused === 'EROFS') return new StoreReadOnlyError(path, options);
      return new StoreRightsError(path, refused ?? message, options);
    }
    case codes.perm:
    case codes.auth:
    case 'EACCES':
    case 'EPERM':
    case 'ENOENT':
    case 'ENOTDIR':
      return new StoreRightsError(path, message, options);
    case codes.corrupt:
      return new StoreDamagedError(path, message, options);
    case codes.notDatabase:
      return new StoreFormatError(path, 'it is no database. Name another file, or remove it.', options);
    case 'ELOOP':
    case 'ENAMETOOLONG':
      return new StoreFormatError(path, 'no file can be there. Name another.', options);
    case codes.io:
    case 'EIO':
      return new StoreFailedError(path, message, options);
    default:
      return error;
  }
};

/** How the system refuses the file or its folder, where it does; SQLite says only that it cannot open them. */
const findAccessCode = (path: string): string | undefined => {
  try {
    for (const place of [dirname(path), path])
      if (existsSync(place)) accessSync(place, constants.R_OK | constants.W_OK);
    return undefined;
  } catch (error) {
    return String(readFailure(error).code);
  }
};

/** Whether the file system refused with this code. */
export const isFileCode = (error: unknown, code: string): boolean => readFailure(error).code === code;

interface Failure {
  /** The primary code of SQLite, or the code of the file system. */
  readonly code: number | string | undefined;
  readonly extended: number | undefined;
  readonly message: string;
}

/** What was thrown, read by its shape: the driver makes no class of its own. */
const readFailure = (error: unknown): Failure => {
  const fields = typeof error === 'object' && error !== null ? error : {};
  const message = 'message' in fields && typeof fields.message === 'string' ? fields.message : String(error);
  const own = 'code' in fields && typeof fields.code === 'string' ? fields.code : undefined;
  if (own !== 'ERR_SQLITE_ERROR') return { code: own, extended: undefined, message };
  const extended =
    'sqliteExtendedCode' in fields && typeof fields.sqliteExtendedCode === 'number' ? fields.sqliteExtendedCode : 0;
  return { code: extended % 256, extended, message: message.replace(/^Failed to open database: /, '') };
};
