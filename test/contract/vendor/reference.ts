import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../../src/domain';

/**
 * What others have published or recorded of the vendor's API is read where it lies, and is no part of the project:
 * `FORKCAST_VENDOR_REFERENCE` names the folder, or it lies beside the working tree.
 */
const folders = [
  process.env['FORKCAST_VENDOR_REFERENCE'],
  ...['../shared/reference', '../../shared/reference'].map((beside) => join(__dirname, '../../..', beside)),
].filter((folder) => folder !== undefined);

/** A file of the reference; undefined: it is not there, and the tests that need it are skipped. */
export const findReference = (name: string): string | undefined =>
  folders.map((folder) => join(folder, name)).find((path) => existsSync(path));

/** The lines of a file as JSON; [] where it is not there. */
export const readLines = (path: string | undefined): readonly JsonObject[] =>
  path === undefined
    ? []
    : readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as JsonObject);

/** Runs tests where the file is, and tells that they are skipped where it is not. */
export const describeWith = (path: string | undefined, name: string, tests: () => void): void => {
  if (path === undefined) {
    describe.skip(`${name} (skipped: no reference; FORKCAST_VENDOR_REFERENCE names its folder)`, tests);
  } else describe(name, tests);
};
