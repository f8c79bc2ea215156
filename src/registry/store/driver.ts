import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DatabaseSync } from '@photostructure/sqlite';

/** An open database of the driver. */
export type Connection = InstanceType<typeof DatabaseSync>;

/** Opens a database; `:memory:` is one of this process. Throws what the driver throws. */
export const openDatabase = (path: string): Connection => {
  loaded ??= loadBinary() ?? loadPackage();
  return new loaded.DatabaseSync(path);
};

interface Driver {
  readonly DatabaseSync: typeof DatabaseSync;
}

let loaded: Driver | undefined;

/**
 * The driver's binary alone. A short process spares itself the package's own lookup so, which costs it a fifth of its start
 * (decision 0009). Undefined: there is none, or it does not load.
 */
const loadBinary = (): Driver | undefined => {
  const file = [join(__dirname, driverBesideProvider), driverBinary()].find((path) => path && existsSync(path));
  if (file === undefined) return undefined;
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const binding: unknown = require(file);
    return isDriver(binding) ? binding : undefined;
  } catch {
    return undefined;
  }
};

/** The name under which an installed provider has the binary beside its one file: there is no package above it. */
export const driverBesideProvider = 'sqlite.node';

/** Where the installed package has its binary: the one compiled here, else the one for this platform. Undefined: there is no package. */
export const driverBinary = (): string | undefined => {
  const folder = findPackage();
  if (folder === undefined) return undefined;
  const libc = existsSync('/etc/alpine-release') ? 'musl' : 'glibc';
  const prebuilt = `${process.platform}-${process.arch}/@photostructure+sqlite.${libc}.node`;
  return [join(folder, 'build/Release/phstr_sqlite.node'), join(folder, 'prebuilds', prebuilt)].find((path) =>
    existsSync(path),
  );
};

/** The nearest installed copy of the package above this file. */
const findPackage = (): string | undefined => {
  for (let folder = __dirname, above = dirname(folder); ; folder = above, above = dirname(above)) {
    const candidate = join(folder, 'node_modules', '@photostructure', 'sqlite');
    if (existsSync(candidate)) return candidate;
    if (above === folder) return undefined;
  }
};

const isDriver = (binding: unknown): binding is Driver =>
  typeof binding === 'object' &&
  binding !== null &&
  'DatabaseSync' in binding &&
  typeof binding.DatabaseSync === 'function';

// eslint-disable-next-line @typescript-eslint/no-require-imports
const loadPackage = (): Driver => require('@photostructure/sqlite') as typeof import('@photostructure/sqlite');
