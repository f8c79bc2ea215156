import { statSync } from 'node:fs';
import { StoreReplacedError } from './errors';
import { readText } from './statements';
import type { Statements } from './statements';

/**
 * Which registry a connection has open: the file by its place on the disk, and the registry in it by its first event, which names it.
 * Gives a look at both, for the beginning of every transaction: whoever made the registry anew, here or by another file, is noticed
 * before anything is read from or written to the old one.
 * @throws StoreReplacedError by the look, when either is another than at first
 */
export const watchIdentity = (path: string, statements: Statements): (() => void) => {
  const file = path === ':memory:' ? undefined : findFile(path);
  let founding: string | undefined;
  return () => {
    if (file !== undefined) {
      const now = findFile(path);
      if (now?.ino !== file.ino || now.dev !== file.dev) throw new StoreReplacedError(path);
    }
    const first = readFirst(statements);
    founding ??= first;
    if (first !== founding) throw new StoreReplacedError(path);
  };
};

const findFile = (path: string) => statSync(path, { throwIfNoEntry: false });

const readFirst = (statements: Statements): string | undefined => {
  const row = statements.get('SELECT body FROM events WHERE position = 1');
  return row && readText(row, 'body');
};
