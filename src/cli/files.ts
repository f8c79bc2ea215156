import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { FileUnreadableError } from './errors';

/** The text of a file that the command line names. @throws FileUnreadableError */
export const readText = (cwd: string, file: string): string => {
  const path = resolve(cwd, file);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new FileUnreadableError(path, whyOf(error), { cause: error });
  }
};

/** Writes a file, its folders too, and gives its absolute path. @throws FileUnreadableError */
export const writeText = (cwd: string, file: string, text: string): string => {
  const path = resolve(cwd, file);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    throw new FileUnreadableError(path, whyOf(error), { cause: error });
  }
  return path;
};

/** Read by shape: what Node throws may come from another realm. */
const whyOf = (error: unknown): string => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'it is not there';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be accessed';
  return String(error);
};
