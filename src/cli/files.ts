import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { decodeText } from '../domain';
import { readErrorCode } from './error-code';
import { FileUnreadableError } from './errors';

/** The text of a file that the command line names. @throws FileUnreadableError */
export const readText = (cwd: string, file: string): string => {
  const path = resolve(cwd, file);
  try {
    return decodeText(readFileSync(path));
  } catch (error) {
    throw new FileUnreadableError(path, explainFailure(error), { cause: error });
  }
};

/** Writes a file, its folders too, and gives its absolute path. @throws FileUnreadableError */
export const writeText = (cwd: string, file: string, text: string): string => {
  const path = resolve(cwd, file);
  try {
    makeFolder(dirname(path));
    writeFileSync(path, text);
  } catch (error) {
    if (error instanceof FileUnreadableError) throw error;
    throw new FileUnreadableError(path, explainFailure(error), { cause: error });
  }
  return path;
};

/** Makes a folder and those above it. Node's own way never ends where a folder takes none, as in /proc. @throws FileUnreadableError */
export const makeFolder = (path: string): void => {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if (!existsSync(path)) throw new FileUnreadableError(path, 'no folder can be made there', { cause: error });
  }
};

/** Why a file could not be read or written, as a clause. Never throws. */
export const explainFailure = (error: unknown): string => {
  const code = readErrorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'it is not there';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be accessed';
  return String(error);
};

/** What is at a path; a file above it that is no folder means nothing. Never throws. */
export const probePath = (path: string): 'readable' | 'folder' | 'nothing' => {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return 'nothing';
    return found.isDirectory() ? 'folder' : 'readable';
  } catch (error) {
    // Another reason, such as a folder that may not be looked into, is told by who reads it.
    return readErrorCode(error) === 'ENOTDIR' ? 'nothing' : 'readable';
  }
};
