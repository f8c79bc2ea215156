import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    throw new FileUnreadableError(path, explainFailure(error), { cause: error });
  }
  return path;
};

const explainFailure = (error: unknown): string => {
  const code = readErrorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'it is not there';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be accessed';
  return String(error);
};
