import { resolve } from 'node:path';
import { decodeText, type RegistryLocation, type ServiceRequest } from '../domain';
import { expectedInput, IntakeError, readSynthOutput, takeIn, type Intake } from '../intake';
import { probePath, readText } from './files';
import { isOtherRegistry } from './other-registry';
import { sourceBlocksIn } from './source-blocks';
import type { Terminal } from './terminal';

/** Every service that the synth output at a path declares. @throws IntakeError when it is none */
export const readDeclared = (cwd: string, path: string): readonly ServiceRequest[] =>
  readSynthOutput((file) => textAt(cwd, file), present(cwd, path));

/** What stands for the standard input among the paths; some kinds of it cannot be opened by their names. */
const standardInputs: ReadonlySet<string> = new Set(['-', '/dev/stdin', '/dev/fd/0']);

const standardInput = 'standard input';

/**
 * Every service that several synth outputs, plans and states declare together, and what became of everything in them; `-` is the standard
 * input. `read`: the registry whose facts judge; what a plan makes in another one is not judged.
 * @throws IntakeError when one is none of them, FileUnreadableError
 */
export const takeInAll = (
  { cwd, env, stdin }: Pick<Terminal, 'cwd' | 'env' | 'stdin'>,
  paths: readonly string[],
  { source, read }: { readonly source?: string | undefined; readonly read?: RegistryLocation } = {},
): Intake => {
  const named = paths.map((path) => (standardInputs.has(path) ? standardInput : path));
  const isPiped = named.includes(standardInput);
  const different = new Map(named.map((path) => [resolve(cwd, path), path]));
  return takeIn(
    (path) => (path === standardInput && isPiped ? decodeText(stdin?.() ?? new Uint8Array()) : textAt(cwd, path)),
    [...different.values()].map((path) => (path === standardInput ? path : present(cwd, path))),
    source === undefined ? undefined : sourceBlocksIn(cwd, source),
    read && ((asked = env['FORKCAST_REGISTRY'] ?? '') => asked !== '' && isOtherRegistry(asked, read, cwd)),
  );
};

/** @throws IntakeError when there is nothing at the path */
const present = (cwd: string, path: string): string => {
  if (probePath(resolve(cwd, path)) !== 'nothing') return path;
  throw new IntakeError(path, '', `there is no such file or folder. ${expectedInput}`);
};

/** The text of a file or of a pipe; undefined: a folder, or nothing. */
const textAt = (cwd: string, path: string): string | undefined =>
  probePath(resolve(cwd, path)) === 'readable' ? readText(cwd, path) : undefined;
