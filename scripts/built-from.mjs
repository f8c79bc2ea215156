import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/*
 * What a build was made from, and what it made: where both are still so, there is nothing to build. Any other file, a compiler that npm has
 * renewed, another Node or a file of `dist` that is changed or gone builds again.
 */

const folders = ['src', 'examples', 'scripts'];
const files = /^(package(-lock)?|tsconfig.*)\.json$|^LICENSE$/;
const stamp = 'built-from.txt';

/**
 * @param {string} root
 * @param {readonly string[]} names
 */
const hashOf = async (root, names) => {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}`);
  for (const name of [...names].sort()) {
    const text = await readFile(join(root, name));
    hash.update(`\n${name} ${text.length}\n`).update(text);
  }
  return hash.digest('hex');
};

/**
 * @param {string} root
 * @param {string} folder
 */
const below = async (root, folder) => {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)))
    .filter((name) => !/(^|\/)(node_modules|cdktf\.out|\.gen|\.forkcast)\//.test(name));
};

/**
 * @param {string} root
 * @param {string} dist
 */
const readState = async (root, dist) => {
  const sources = (await Promise.all(folders.map((folder) => below(root, folder)))).flat();
  const settings = (await readdir(root)).filter((name) => files.test(name));
  const made = (await below(root, dist)).filter((name) => name !== join(dist, stamp));
  const installed = join('node_modules', '.package-lock.json');
  const tools = await readFile(join(root, installed)).then(
    () => [installed],
    () => [],
  );
  return `${await hashOf(root, [...sources, ...settings, ...tools])} ${await hashOf(root, made)}\n`;
};

/**
 * Whether what stands in `dist` is what a build would make.
 * @param {string} root
 * @param {string} dist
 */
export const isBuilt = async (root, dist) => {
  const before = await readFile(join(root, dist, stamp), 'utf8').catch(() => '');
  return before !== '' && before === (await readState(root, dist));
};

/**
 * Keeps what `dist` was built from.
 * @param {string} root
 * @param {string} dist
 */
export const keepState = async (root, dist) => writeFile(join(root, dist, stamp), await readState(root, dist));
