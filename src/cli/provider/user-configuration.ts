import { existsSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeText } from '../files';
import type { Terminal } from '../terminal';
import { withMirror, withoutMirror } from './cli-configuration';
import type { Installation } from './mirror';

/** The file that Terraform reads where nothing else is said: the user's own, unless the environment names one already. */
export const userConfigurationPath = ({ env, cwd }: Pick<Terminal, 'env' | 'cwd'>, place: Installation): string => {
  const named = env['TF_CLI_CONFIG_FILE'] || undefined;
  const home = join(env['HOME'] || homedir(), '.terraformrc');
  return named === undefined || resolve(cwd, named) === place.configuration ? home : resolve(cwd, named);
};

/** Adds the mirror to the user's own configuration; otherwise gives the lines to put there by hand. @throws FileUnreadableError */
export const addToUser = (file: string, place: Installation): readonly string[] | undefined => {
  const addition = withMirror(readText(file), place.mirror);
  if (addition.kind === 'refused') return addition.lines;
  writeText('/', file, addition.text);
  return undefined;
};

/** Takes the addition out again. True: there was one. */
export const removeFromUser = (file: string): boolean => {
  const own = readText(file);
  const left = withoutMirror(own);
  if (left === own) return false;
  if (left === '') rmSync(file, { force: true });
  else writeText('/', file, left);
  return true;
};

const readText = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
