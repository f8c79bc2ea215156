import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ServiceRequest } from '../domain';
import { readInputs, readSynthOutput } from '../intake';

/** Every service that the synth output at a path declares. @throws IntakeError when it is none */
export const readDeclared = (cwd: string, path: string): readonly ServiceRequest[] =>
  readSynthOutput(textOf, resolve(cwd, path));

/** Every service that several synth outputs, plans and states declare together. @throws IntakeError when one is none of them */
export const readAllDeclared = (cwd: string, paths: readonly string[]): readonly ServiceRequest[] => {
  const shown = new Map(paths.map((path) => [resolve(cwd, path), path]));
  return readInputs((path) => textOf(resolve(cwd, path)), [...shown.values()]);
};

const textOf = (path: string): string | undefined =>
  statSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path, 'utf8') : undefined;
