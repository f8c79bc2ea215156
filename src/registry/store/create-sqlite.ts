import { rmSync } from 'node:fs';
import { drawDraftName, dropForgotten, makePrivateFile, moveInPlace, onFile, putInPlace } from './draft';
import { StoreExistsError, StoreFormatError } from './errors';
import type { EventStore } from './event-store';
import { applicationId, createTables } from './schema';
import { closingOnError, explained, inTransaction, openSession, type Session } from './session';
import { readMarks, storeOn } from './sqlite';
import { numberIn } from './statements';

/**
 * Creates a registry's file, which nobody but its owner may read or write, and the folders above it; an empty file is taken as it is.
 * `:memory:` is a database of this process.
 * @throws StoreExistsError, StoreFormatError when the file is something else, StoreBusyError, StoreTroubleError
 */
export const createSqliteStore = (path: string): EventStore => createWith(path, 'WAL');

/**
 * One that readers and writers share keeps its newest changes in a file beside it (`WAL`). A draft has all in the one file (`DELETE`),
 * so that this can be given another name.
 */
const createWith = (path: string, journal: 'WAL' | 'DELETE'): EventStore => {
  if (path !== ':memory:') explained(path, () => makePrivateFile(path));
  const session = openSession(path);
  return closingOnError(session.connection, () => {
    refuseOther(session);
    explained(path, () => session.connection.exec(`PRAGMA journal_mode = ${journal}`));
    inTransaction(session, 'BEGIN IMMEDIATE', () => {
      refuseOther(session);
      session.connection.exec(createTables);
    });
    return storeOn(session);
  });
};

/**
 * Founds a registry where there is none: it is written into a file beside, and stands at its path once all of it is on the disk. Whatever
 * ends this before, a kill or a full disk, leaves nothing there. Of two at once one wins; the other throws, and touches nothing.
 * @throws StoreExistsError when something is there, or came there meanwhile; StoreTroubleError; and what `found` throws
 */
export const foundSqliteStore = (path: string, found: (store: EventStore) => void): void => {
  explained(path, () => dropForgotten(path));
  const draft = drawDraftName(path);
  try {
    const store = createWith(draft, 'DELETE');
    try {
      found(store);
    } finally {
      store.close();
    }
    explained(path, () => {
      onFile(draft, 'PRAGMA journal_mode = WAL');
      if (!putInPlace(draft, path)) throw new StoreExistsError(path);
    });
  } finally {
    for (const suffix of ['', ...besides]) rmSync(`${draft}${suffix}`, { force: true });
  }
};

/**
 * Founds a registry in the place of a file that is damaged: the new one is whole before the old one goes. What SQLite keeps beside the
 * old one goes first, because it would be taken for the new one's. @throws StoreTroubleError, and what `found` throws
 */
export const replaceSqliteStore = (path: string, found: (store: EventStore) => void): void => {
  const next = drawDraftName(path);
  foundSqliteStore(next, found);
  explained(path, () => {
    for (const suffix of besides) rmSync(`${path}${suffix}`, { force: true });
    moveInPlace(next, path);
  });
};

/** Gives back the room that a cleared registry took, and with it the bytes of what was forgotten. Where it cannot, all is as it was. */
export const compactSqlite = (path: string): void => {
  try {
    onFile(path, 'VACUUM');
  } catch {
    // Others are at work, or the disk is full: the room is used again by what is written next.
  }
};

/** What SQLite keeps beside an open database. */
const besides = ['-wal', '-shm', '-journal'] as const;

const refuseOther = (session: Session): void => {
  const { path, statements } = session;
  const [id] = readMarks(session);
  if (id === applicationId) throw new StoreExistsError(path);
  const tables = numberIn(statements.get('SELECT count(*) AS number FROM sqlite_schema'), 'number');
  if (id !== 0 || tables > 0)
    throw new StoreFormatError(path, 'it is a database of something else. Name another file.');
};
