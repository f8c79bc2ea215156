import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DatabaseSync } from '@photostructure/sqlite';

/** An open database of the driver. */
export type Connection = InstanceType<typeof DatabaseSync>;

/** Opens a database; `:memory:` is one of this process. Throws what the driver throws. */
export const openDatabase = (path: string): Connection => {
  loaded ??= loadPrebuilt() ?? loadPackage();
  return new loaded.DatabaseSync(path);
};

interface Driver {
  readonly DatabaseSync: typeof DatabaseSync;
}

let loaded: Driver | undefined;

/**
 * The prebuilt binary inside the package, found as Node finds the package. A short process spares itself the package's own
 * lookup so, which costs it a fifth of its start (decision 0009). Undefined: there is none for this platform, it does not
 * load, or one was compiled here, which the package then prefers.
 */
const loadPrebuilt = (): Driver | undefined => {
  const folder = findPackage();
  if (folder === undefined || existsSync(join(folder, 'build'))) return undefined;
  const libc = existsSync('/etc/alpine-release') ? 'musl' : 'glibc';
  const file = `@photostructure+sqlite.${libc}.node`;
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const binding: unknown = require(join(folder, 'prebuilds', `${process.platform}-${process.arch}`, file));
    return isDriver(binding) ? binding : undefined;
  } catch {
    return undefined;
  }
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
