import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { CardPlace, ServiceRequest } from '../domain';
import { blockOf, terraformPlaces } from '../review';
import { FileUnreadableError } from './errors';

/** Files of one folder that are looked through. */
const mostFiles = 1_000;

/**
 * The same services, with the file and line of those that a `.tf` file of a folder declares; modules in
 * folders beside it are followed; files are named from the working directory. @throws FileUnreadableError when there is no such folder
 */
export const withPlaces = (
  requests: readonly ServiceRequest[],
  cwd: string,
  folder: string,
): readonly ServiceRequest[] => {
  const places = placesIn(resolve(cwd, folder), { cwd, prefix: '', depth: 0 });
  return requests.map((request) => {
    const block = blockOf(request.address);
    const declaredAt = block === undefined ? undefined : places.get(block);
    return declaredAt === undefined ? request : { ...request, declaredAt };
  });
};

/** Modules in modules deeper than this are not looked into. */
const deepest = 8;

interface Within {
  readonly cwd: string;
  /** Of the addresses in this folder, such as `module.eu.`. */
  readonly prefix: string;
  readonly depth: number;
}

const placesIn = (folder: string, { cwd, prefix, depth }: Within): ReadonlyMap<string, CardPlace> => {
  const places = new Map<string, CardPlace>();
  for (const path of filesOf(folder)) {
    const file = relative(cwd, path).split(sep).join('/');
    const { resources, modules } = terraformPlaces(readFileSync(path, 'utf8'), file);
    for (const [block, place] of resources) places.set(`${prefix}${block}`, place);
    if (depth >= deepest) continue;
    for (const [name, inner] of modules) {
      const target = resolve(folder, inner);
      if (statSync(target, { throwIfNoEntry: false })?.isDirectory() !== true) continue;
      for (const found of placesIn(target, { cwd, prefix: `${prefix}module.${name}.`, depth: depth + 1 }))
        places.set(...found);
    }
  }
  return places;
};

const filesOf = (folder: string): readonly string[] => {
  try {
    const names = readdirSync(folder, { withFileTypes: true }).filter(
      (entry) => entry.isFile() && entry.name.endsWith('.tf'),
    );
    return names
      .map(({ name }) => join(folder, name))
      .sort()
      .slice(0, mostFiles);
  } catch (error) {
    throw new FileUnreadableError(folder, 'it is no folder that can be read', { cause: error });
  }
};
