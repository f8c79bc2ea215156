import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConsoleFiles } from '../registry/main';

/** Seen from the source and from its bundle alike. */
const folder = join(__dirname, '../../dist/console');

/** The files of the console as the build wrote them; undefined: this build has none. */
export const readConsoleFiles = (): ConsoleFiles | undefined => {
  try {
    const names = readdirSync(join(folder, 'files'));
    return {
      page: readFileSync(join(folder, 'index.html')),
      files: new Map(names.map((name) => [name, readFileSync(join(folder, 'files', name))])),
    };
  } catch {
    return undefined;
  }
};
