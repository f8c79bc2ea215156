import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ServiceRequest } from '../domain';
import { readSynthOutput } from '../intake';

/** Every service that the synth output at a path declares. @throws IntakeError when it is none */
export const readDeclared = (cwd: string, path: string): readonly ServiceRequest[] =>
  readSynthOutput(textOf, resolve(cwd, path));

const textOf = (path: string): string | undefined =>
  statSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path, 'utf8') : undefined;
