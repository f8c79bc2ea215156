import { readdirSync, readFileSync } from 'node:fs';
import paths, { join, resolve } from 'node:path';
import { isJsonList, isJsonObject, parseJson, shownPath } from '../domain';
import { sourceFile, type SourceBlock, type SourceBlocks } from '../intake';
import { FileUnreadableError } from './errors';
import { explainFailure, probePath } from './files';

/** Files of one folder that are looked through. */
const mostFiles = 1_000;

/** Modules in modules deeper than this are not looked into. */
const deepest = 8;

/**
 * The resource blocks and the calls of modules of a folder of `.tf` and `.tf.json` files, and of the modules that it calls: in folders
 * beside it, or where `terraform init` put them. Files are named from the working directory.
 * @throws FileUnreadableError when there is no such folder, or a file in it cannot be read
 */
export const sourceBlocksIn = (cwd: string, folder: string): SourceBlocks => {
  const root = resolve(cwd, folder);
  if (probePath(root) === 'readable') throw new FileUnreadableError(root, `${noFolder}. ${folderWanted}`);
  const blocks = new Map<string, SourceBlock>();
  const installed = installedModules(root);
  const take = (from: string, names: readonly string[]): void => {
    const prefix = names.map((name) => `module.${name}.`).join('');
    const called = new Map<string, string>();
    for (const path of listFiles(from)) {
      const file = shownPath(paths, cwd, path);
      const { blocks: own, modules } = sourceFile(readSource(path), file);
      for (const [address, block] of own) blocks.set(`${prefix}${address}`, block);
      for (const [name, inner] of modules) called.set(name, resolve(from, inner));
    }
    for (const [key, inner] of installed)
      if (key.length === names.length + 1 && names.every((name, at) => key[at] === name))
        called.set(key.at(-1) ?? '', resolve(root, inner));
    if (names.length >= deepest) return;
    for (const [name, inner] of called) if (probePath(inner) === 'folder') take(inner, [...names, name]);
  };
  take(root, []);
  return blocks;
};

const noFolder = 'it is no folder that can be read';
const folderWanted = 'Name the folder of the .tf files, such as . (this one).';

/** As it stands, with a mark at its start: offsets of blocks are offsets in the file. @throws FileUnreadableError */
const readSource = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new FileUnreadableError(path, explainFailure(error), { cause: error });
  }
};

/** Where `terraform init` put modules, by the names of the calls that lead to each. */
const installedModules = (root: string): readonly (readonly [names: readonly string[], folder: string])[] => {
  const path = join(root, '.terraform/modules/modules.json');
  if (probePath(path) !== 'readable') return [];
  const json = parseJson(readSource(path));
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
    throw new FileUnreadableError(folder, `${noFolder}. ${folderWanted}`, { cause: error });
  }
};
