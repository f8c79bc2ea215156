import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { openSession } from './session';
import { isFileCode } from './trouble';

const draftMark = '.founding-';

/** A name beside a path for the file that will stand there once it is whole: no other process draws it. */
export const drawDraftName = (path: string): string =>
  `${path}${draftMark}${process.pid.toString(36)}${Math.random().toString(36).slice(2, 12)}`;

/** How old a draft is at least that nobody writes any more: its process was killed. */
const forgottenMs = 3_600_000;

/** Removes drafts that were left beside a path. */
export const dropForgotten = (path: string): void => {
  const folder = dirname(path);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((file) => file.startsWith(`${basename(path)}${draftMark}`))) {
    const file = join(folder, name);
    const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (Date.now() - written > forgottenMs) rmSync(file, { force: true });
  }
};

/** Makes an empty file, which nobody but its owner may read or write, and the folders above it; one that is there is left as it is. */
export const makePrivateFile = (path: string): void => {
  makeFolder(dirname(path));
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (!isFileCode(error, 'EEXIST')) throw error;
    if (statSync(path).size === 0) chmodSync(path, 0o600);
  }
};

/** Node's own way never ends where a folder takes none, as in /proc. */
const makeFolder = (path: string): void => {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
};

/**
 * Executes a statement on a connection of its own, which prepares none: the driver closes a file only once no prepared statement of it
 * is in memory any more.
 */
export const onFile = (path: string, sql: string): void => {
  const { connection } = openSession(path);
  try {
    connection.exec(sql);
  } finally {
    connection.close();
  }
};

/** Gives a finished draft its name, whole and at once; false: something has that name. The system decides between two at once. */
export const putInPlace = (draft: string, path: string): boolean => {
  try {
    linkSync(draft, path);
  } catch (error) {
    if (isFileCode(error, 'EEXIST')) return false;
    if (!noLinks.some((code) => isFileCode(error, code))) throw error;
    // A file system without second names: whoever comes in between here is the later one.
    if (existsSync(path)) return false;
    renameSync(draft, path);
  }
  syncFolder(path);
  return true;
};

const noLinks = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/** Puts a finished file in the place of another. */
export const moveInPlace = (next: string, path: string): void => {
  renameSync(next, path);
  syncFolder(path);
};

/** So that a name survives a loss of power too. Not every system lets a folder be opened. */
const syncFolder = (path: string): void => {
  try {
    const folder = openSync(dirname(path), 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // The file itself is on the disk.
  }
};
