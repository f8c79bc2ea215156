import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, lstatSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { readFileSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';

/** The compiled code of one text, kept for the next process of the same user; without it everything works, only slower. Never throws. */
type CodeCache = {
  /** Undefined where there is none, or where another user could have written it. */
  readonly read: () => Buffer | undefined;
  /** Kept where this user alone can write; elsewhere nothing is. */
  readonly keep: (code: Buffer) => void;
};

type User = {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The number of the user; undefined on Windows, where nothing is kept. */
  readonly uid: number | undefined;
};

/** SHA-256 stands before the code. */
const [digestBytes, mostBytes, oldestMs] = [32, 16 * 1024 * 1024, 30 * 86_400_000];

const writableByOthers = 0o022;
const openToOthers = 0o077;

/** `compiledBy`: Node's version, its architecture and flags. What differs in any of it, or in the text, has another file. */
export const openCodeCache = (text: Buffer, compiledBy: readonly string[], user: User): CodeCache => {
  const name = digest(Buffer.concat([text, Buffer.from(`\0${compiledBy.join('\0')}`)])).toString('hex');
  const folder = folderOf(user);
  if (folder === undefined) return { read: () => undefined, keep: () => undefined };
  const path = join(folder, `${name}.code`);
  return {
    read: () => attempt(() => (isOurs(lstatSync(folder), user) ? readCode(path, user) : undefined)),
    keep: (code) => {
      const draft = join(folder, `${name}.${process.pid}.draft`);
      attempt(() => {
        makeFolder(folder, user);
        if (!isOurs(lstatSync(folder), user)) return;
        removeOld(folder);
        writeFileSync(draft, Buffer.concat([digest(code), code]), { flag: 'wx', mode: 0o600 });
        renameSync(draft, path);
      });
      attempt(() => rmSync(draft, { force: true }));
    },
  };
};

/** @see XDG Base Directory Specification 0.8: a path that is not absolute does not count */
const folderOf = ({ env, uid }: User): string | undefined => {
  const { XDG_CACHE_HOME: asked = '', HOME: home = '' } = env;
  const above = isAbsolute(asked) ? asked : isAbsolute(home) ? join(home, '.cache') : undefined;
  return uid === undefined || above === undefined ? undefined : join(above, 'forkcast');
};

const isOurs = (found: Stats, { uid }: User): boolean =>
  found.isDirectory() && found.uid === uid && (found.mode & openToOthers) === 0;

/** Made only in a folder that this user alone can write, so that a program run with another's home leaves nothing there. */
const makeFolder = (folder: string, { uid }: User): void => {
  for (const path of [dirname(folder), folder]) {
    if (attempt(() => lstatSync(path)) !== undefined) continue;
    const above = statSync(dirname(path));
    if (above.uid === uid && (above.mode & writableByOthers) === 0) mkdirSync(path, { mode: 0o700 });
  }
};

const readCode = (path: string, { uid }: User): Buffer | undefined => {
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const found = fstatSync(file);
    if (!found.isFile() || found.uid !== uid || (found.mode & openToOthers) !== 0 || found.size > mostBytes)
      return undefined;
    const bytes = readFileSync(file);
    const code = bytes.subarray(digestBytes);
    return digest(code).equals(bytes.subarray(0, digestBytes)) ? code : undefined;
  } finally {
    closeSync(file);
  }
};

/** Of other versions, and drafts of processes that were killed. */
const removeOld = (folder: string): void => {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (/\.(code|draft)$/.test(name) && Date.now() - lstatSync(path).mtimeMs > oldestMs) rmSync(path, { force: true });
  }
};

const digest = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

/** A folder or a disk in any state is no reason to stop. */
const attempt = <Value>(work: () => Value): Value | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};
