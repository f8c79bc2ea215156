import { readdirSync, readFileSync, statSync } from 'node:fs';
import paths, { join, resolve } from 'node:path';
import { isJsonList, isJsonObject, parseJson, shownPath } from '../domain';
import { sourceFile, type SourceBlock, type SourceBlocks } from '../intake';
import { FileUnreadableError } from './errors';

/** Files of one folder that are looked through. */
const mostFiles = 1_000;

/** Modules in modules deeper than this are not looked into. */
const deepest = 8;

/**
 * The resource blocks and the calls of modules of a folder of `.tf` and `.tf.json` files, and of the modules that it calls: in folders
 * beside it, or where `terraform init` put them. Files are named from the working directory.
 * @throws FileUnreadableError when there is no such folder
 */
export const sourceBlocksIn = (cwd: string, folder: string): SourceBlocks => {
  const root = resolve(cwd, folder);
  const blocks = new Map<string, SourceBlock>();
  const installed = installedModules(root);
  const take = (from: string, names: readonly string[]): void => {
    const prefix = names.map((name) => `module.${name}.`).join('');
    const called = new Map<string, string>();
    for (const path of listFiles(from)) {
      const file = shownPath(paths, cwd, path);
      const { blocks: own, modules } = sourceFile(readFileSync(path, 'utf8'), file);
      for (const [address, block] of own) blocks.set(`${prefix}${address}`, block);
      for (const [name, inner] of modules) called.set(name, resolve(from, inner));
    }
    for (const [key, inner] of installed)
      if (key.length === names.length + 1 && names.every((name, at) => key[at] === name))
        called.set(key.at(-1) ?? '', resolve(root, inner));
    if (names.length >= deepest) return;
    for (const [name, inner] of called) if (isFolder(inner)) take(inner, [...names, name]);
  };
  take(root, []);
  return blocks;
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Where `terraform init` put modules, by the names of the calls that lead to each. */
const installedModules = (root: string): readonly (readonly [names: readonly string[], folder: string])[] => {
  const path = join(root, '.terraform/modules/modules.json');
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return [];
  const json = parseJson(readFileSync(path, 'utf8'));
  const modules = json !== undefined && isJsonObject(json) ? json['Modules'] : undefined;
  return (isJsonList(modules) ? modules : [])
    .filter(isJsonObject)
    .flatMap(({ Key: key, Dir: folder }) =>
      typeof key === 'string' && key !== '' && typeof folder === 'string' ? [[key.split('.'), folder] as const] : [],
    );
};

const listFiles = (folder: string): readonly string[] => {
  try {
    const names = readdirSync(folder, { withFileTypes: true }).filter(
      (entry) => entry.isFile() && /\.tf(\.json)?$/.test(entry.name),
    );
    return names
      .map(({ name }) => join(folder, name))
      .sort()
      .slice(0, mostFiles);
  } catch (error) {
    throw new FileUnreadableError(folder, 'it is no folder that can be read', { cause: error });
  }
};
