import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { CardPlace, ServiceRequest } from '../domain';
import { blockOf, terraformPlaces } from '../review';
import { FileUnreadableError } from './errors';

/** Files of one folder that are looked through. */
const mostFiles = 1_000;

/**
 * The same services, with the file and line of those that a `.tf` file of a folder declares; files are named from the working
 * directory. @throws FileUnreadableError when there is no such folder
 */
export const withPlaces = (
  requests: readonly ServiceRequest[],
  cwd: string,
  folder: string,
): readonly ServiceRequest[] => {
  const places = new Map<string, CardPlace>(
    filesOf(resolve(cwd, folder)).flatMap((path) => [
      ...terraformPlaces(readFileSync(path, 'utf8'), relative(cwd, path).split(sep).join('/')),
    ]),
  );
  return requests.map((request) => {
    const block = blockOf(request.address);
    const declaredAt = block === undefined ? undefined : places.get(block);
    return declaredAt === undefined ? request : { ...request, declaredAt };
  });
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
