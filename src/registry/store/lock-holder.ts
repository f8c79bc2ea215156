import { readFileSync, statSync } from 'node:fs';

/** Where SQLite locks for the one writer of a database, in the index beside it. @see sqlite.org/walformat.html (read 2026-11-27) */
const writeLockAt = 120;

/**
 * Who writes to a registry's file now, as far as the system tells: `process 4711 (sqlite3)`. Undefined where it does not, or nobody does.
 * Never throws.
 */
export const findLockHolder = (path: string): string | undefined => {
  try {
    const { ino } = statSync(`${path}-shm`);
    const held = readFileSync('/proc/locks', 'utf8')
      .split('\n')
      .map((line) => / WRITE +(\d+) [^ ]+:(\d+) (\d+) (\d+|EOF)/.exec(line) ?? [])
      .find(
        ([, , inode, from, to]) => Number(inode) === ino && Number(from) <= writeLockAt && !(Number(to) < writeLockAt),
      );
    const pid = held?.[1];
    return pid === undefined ? undefined : `process ${pid} (${readFileSync(`/proc/${pid}/comm`, 'utf8').trim()})`;
  } catch {
    return undefined;
  }
};
