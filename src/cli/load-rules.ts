import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readOwnRules, type OwnRules } from '../rules';
import { FileUnreadableError, UsageError } from './errors';
import { importModule } from './import-module.js';

/**
 * The user's own rules: what JavaScript files export by default. Undefined: none is named.
 * @throws UsageError when a file is of another kind, holds something that is no rule, or a rule of another file's id.
 * @throws FileUnreadableError when one cannot be loaded.
 */
export const loadRules = async (cwd: string, named: readonly string[]): Promise<OwnRules | undefined> => {
  const files = [...new Set(named)];
  if (files.length === 0) return undefined;
  const read: { file: string; own: OwnRules }[] = [];
  for (const file of files) {
    const own = await loadFile(cwd, file);
    for (const { id } of own.rules) {
      const other = read.find((before) => before.own.rules.some((rule) => rule.id === id));
      if (other !== undefined)
        throw new UsageError(`--rules ${file}: ${id} is a rule of ${other.file} already; give each its own id.`);
    }
    read.push({ file, own });
  }
  return { rules: read.flatMap(({ own }) => own.rules), sets: read.flatMap(({ own }) => own.sets) };
};

const loadFile = async (cwd: string, file: string): Promise<OwnRules> => {
  const [, ending = ''] = /(\.[^./\\]*)$/.exec(file) ?? [];
  if (!['.js', '.mjs', '.cjs'].includes(ending)) throw new UsageError(`--rules is ${file}: ${kindFault(ending)}`);
  const path = resolve(cwd, file);
  const value = await exported(path);
  if (value === undefined)
    throw new UsageError(`--rules ${file} exports no rules by default: write export default, or module.exports =.`);
  const result = readOwnRules(value, file.replaceAll('\\', '/'));
  if (result.kind === 'read') return result.own;
  throw new UsageError(`--rules ${file} holds no rules that can judge: ${result.why}.`);
};

const kindFault = (ending: string): string => {
  if (ending === '.json')
    return 'a rule has a check, which JSON cannot hold. Write a .js, .mjs or .cjs file; severities alone stand in forkcast.policy.json.';
  if (/^\.[cm]?ts$/.test(ending))
    return 'TypeScript is compiled first. Name the .js, .mjs or .cjs file that comes of it.';
  return 'rules are a .js, .mjs or .cjs file, whose default export is a rule or a list of them.';
};

/** What a file exports by default, whether it is a module of JavaScript, of Node, or of Node compiled from the other. */
const exported = async (path: string): Promise<unknown> => {
  try {
    const value = defaultOf(await loadedInTime(path));
    return defaultOf(value) ?? value;
  } catch (error) {
    if (error instanceof FileUnreadableError) throw error;
    throw new FileUnreadableError(path, whyOf(error), { cause: error });
  }
};

const longestLoadMs = 30_000;

/** A module may wait for something that never comes: Node would then end the process as if all were well. */
const loadedInTime = async (path: string): Promise<unknown> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise((_, reject) => {
    timer = setTimeout(() => {
      reject(new FileUnreadableError(path, `it is not loaded after ${longestLoadMs / 1000} s`));
    }, longestLoadMs);
  });
  try {
    return await Promise.race([importModule(pathToFileURL(path).href), tooLong]);
  } finally {
    clearTimeout(timer);
  }
};

const defaultOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'default' in value ? value.default : undefined;

const whyOf = (error: unknown): string => {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const [line = ''] = text.split('\n', 1);
  return `it cannot be loaded: ${line}`;
};
