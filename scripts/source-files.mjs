import { readFile, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';

/**
 * A file of the sources that a script writes, by its path.
 * @param {string} path
 * @param {string} text
 */
export const sourceFile = async (path, text) => {
  const options = { ...(await resolveConfig(path)), parser: 'typescript' };
  return /** @type {const} */ ([path, await format(text, options)]);
};

/**
 * Writes the files that differ from what stands there.
 * @param {Iterable<readonly [path: string, text: string]>} files
 */
export const writeChanged = async (files) => {
  for (const [path, text] of files) {
    const before = await readFile(path, 'utf8').catch(() => undefined);
    if (before !== text) await writeFile(path, text);
  }
};

/**
 * What sources of the repository export, before they are compiled.
 * @param {string} contents TypeScript that exports it from './src/...'
 */
export const loadSources = async (contents) => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: '.', loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
};
