import { constants, closeSync, fstatSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, statSync, writeFileSync, type Stats } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';

/** Small files that one process of a user keeps for the next; without them everything works, only slower. Never throws. */
export interface UserCache {
  /** Undefined where there is none, or where another user could have written it. */
  readonly read: (name: string) => Buffer | undefined;
  /** Kept, for this user alone, in a folder that this user alone can write; elsewhere nothing is. */
  readonly keep: (name: string, bytes: Uint8Array) => void;
  /** Does what no two processes may do at once, unless another does it now, or nothing can be kept. */
  readonly alone: (name: string, work: () => void) => 'done' | 'busy' | 'nowhere';
}

/** Whose files they are. */
export interface CacheUser {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The number of the user; undefined on Windows, where nothing is kept. */
  readonly uid: number | undefined;
}

const [mostBytes, oldestMs, longestWorkMs] = [64 * 1024 * 1024, 30 * 86_400_000, 5_000];
const [writableByOthers, openToOthers] = [0o022, 0o077];

/** The files of a user in its cache folder. Never throws. */
export const openUserCache = (user: CacheUser): UserCache => {
  const folder = folderOf(user);
  if (folder === undefined) return { read: () => undefined, keep: () => undefined, alone: () => 'nowhere' };
  const isReady = (): boolean => {
    makeFolder(folder, user);
    return isOurs(lstatSync(folder), user);
  };
  return {
    read: (name) => attempt(() => (isOurs(lstatSync(folder), user) ? readOwn(join(folder, name), user) : undefined)),
    keep: (name, bytes) => {
      const draft = join(folder, `${name}.${process.pid}.draft`);
      attempt(() => {
        if (!isReady()) return;
        removeOld(folder);
        writeFileSync(draft, bytes, { flag: 'wx', mode: 0o600 });
        renameSync(draft, join(folder, name));
      });
      attempt(() => rmSync(draft, { force: true }));
    },
    alone: (name, work) => {
      const lock = join(folder, `${name}.lock`);
      if (attempt(isReady) !== true) return 'nowhere';
      const before = attempt(() => lstatSync(lock));
      // Its process was killed: nothing that is done alone takes this long.
      if (before !== undefined && Date.now() - before.mtimeMs > longestWorkMs)
        attempt(() => rmSync(lock, { force: true }));
      const taken = takeLock(lock);
      if (taken !== 'done') return taken;
      try {
        work();
        return 'done';
      } finally {
        attempt(() => rmSync(lock, { force: true }));
      }
    },
  };
};

/** @see XDG Base Directory Specification 0.8: a path that is not absolute does not count */
const folderOf = ({ env, uid }: CacheUser): string | undefined => {
  const { XDG_CACHE_HOME: asked = '', HOME: home = '' } = env;
  const above = isAbsolute(asked) ? asked : isAbsolute(home) ? join(home, '.cache') : undefined;
  return uid === undefined || above === undefined ? undefined : join(above, 'forkcast');
};

const isOurs = (found: Stats, { uid }: CacheUser): boolean =>
  found.isDirectory() && found.uid === uid && (found.mode & openToOthers) === 0;

/** Made only in a folder that this user alone can write, so that a program run with another's home leaves nothing there. */
const makeFolder = (folder: string, { uid }: CacheUser): void => {
  for (const path of [dirname(folder), folder]) {
    if (attempt(() => lstatSync(path)) !== undefined) continue;
    const above = statSync(dirname(path));
    if (above.uid === uid && (above.mode & writableByOthers) === 0) mkdirSync(path, { mode: 0o700, recursive: true });
  }
};

const readOwn = (path: string, { uid }: CacheUser): Buffer | undefined => {
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const found = fstatSync(file);
    const isOwn = found.isFile() && found.uid === uid && (found.mode & openToOthers) === 0;
    return isOwn && found.size <= mostBytes ? readFileSync(file) : undefined;
  } finally {
    closeSync(file);
  }
};

const takeLock = (path: string): 'done' | 'busy' | 'nowhere' => {
  try {
    writeFileSync(path, '', { flag: 'wx', mode: 0o600 });
    return 'done';
  } catch (error) {
    return error instanceof Object && 'code' in error && error.code === 'EEXIST' ? 'busy' : 'nowhere';
  }
};

/** Of other versions, and drafts of processes that were killed. */
const removeOld = (folder: string): void => {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (/\.(code|draft|facts|pace)$/.test(name) && Date.now() - lstatSync(path).mtimeMs > oldestMs)
      rmSync(path, { force: true });
  }
};

/** A folder or a disk in any state is no reason to stop. */
const attempt = <Value>(work: () => Value): Value | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};
