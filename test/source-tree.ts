import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Sources by path, `/`-separated and relative to the root that was read. */
export type SourceTree = ReadonlyMap<string, string>;

export const repositoryRoot = join(__dirname, '..');

/** The files of these kinds below a folder of the repository; empty when the folder is missing. */
export const readSourceTree = (folder: string, endings: readonly string[] = ['.ts', '.tsx']): SourceTree => {
  const root = join(repositoryRoot, folder);
  return new Map(
    listFiles(root)
      .filter((path) => endings.some((ending) => path.endsWith(ending)))
      .sort()
      .map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
};

const listFiles = (folder: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
};

/** A tree written in a test, path by path. */
export const aSourceTree = (files: Readonly<Record<string, string>>): SourceTree => new Map(Object.entries(files));
