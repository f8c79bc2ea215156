import { statSync } from 'node:fs';
import { appendEvents } from './append-events';
import { StoreDamagedError, StoreFailedError, StoreFormatError, StoreMissingError, StoreNewerError } from './errors';
import type { EventStore, HeldState, StoreReader, StoreWriter } from './event-store';
import { putNote, readNote } from './notes';
import {
  countEvents,
  readAll,
  readFirstOfInstance,
  readInstance,
  readNewest,
  readNewestAt,
  readStream,
  readStreamVersion,
} from './read-events';
import { countLedger, readGenerated, readLedger, readLedgerEnd } from './read-ledger';
import { keptViews, type KeptViews } from './kept-views';
import { ledgerMarks, type LedgerMarks } from './ledger-marks';
import { applicationId, formatVersion } from './schema';
import { closingOnError, explained, inSavepoint, inTransaction, openSession, type Session } from './session';
import { putSign, readSign } from './signs';
import { numberIn, readText } from './statements';
import type { Statements } from './statements';
import { countViews, readView, readViewPage, readViews } from './views';

/**
 * Opens a registry's file; it waits for others with the whole process standing still, 0 ms or the usual 25 s.
 * @throws StoreMissingError, StoreFormatError, StoreBusyError, StoreTroubleError
 */
export const openSqliteStore = (path: string, waitMs?: 0): EventStore => {
  const found = explained(path, () => statSync(path, { throwIfNoEntry: false }));
  if (found === undefined) throw new StoreMissingError(path);
  if (!found.isFile()) throw new StoreFormatError(path, 'it is no file. Name another.');
  const session = openSession(path, waitMs);
  return closingOnError(session.connection, () => {
    const [id, version] = readMarks(session);
    if (id !== applicationId) throw new StoreFormatError(path, 'it does not carry the mark of a registry.');
    if (version > formatVersion) throw new StoreNewerError(path, version, formatVersion);
    if (version < 1) throw new StoreDamagedError(path, `it says that its format is ${version}`);
    return storeOn(session);
  });
};

/** The mark and the format of an open file; both 0 in an empty one. @throws StoreFormatError when it is no database */
export const readMarks = ({ path, waitMs, statements }: Session): readonly [id: number, version: number] =>
  explained(
    path,
    () => {
      const id = numberIn(statements.get('PRAGMA application_id'), 'application_id');
      return [id, numberIn(statements.get('PRAGMA user_version'), 'user_version')];
    },
    waitMs,
  );

/** The store on an open file that has its tables. */
export const storeOn = (session: Session): EventStore => {
  const { connection, statements, path, waitMs } = session;
  const views = keptViews(statements);
  const writer = writerOn(statements, views);
  const committed = readerOn(statements, ledgerMarks(statements));
  let writing = false;
  const beginning =
    (begin: 'BEGIN' | 'BEGIN IMMEDIATE') =>
    <T>(work: () => T): T =>
      inTransaction(session, begin, () => {
        session.checkIdentity();
        return work();
      });
  const [reading, writingAlone] = [beginning('BEGIN'), beginning('BEGIN IMMEDIATE')];
  const writeAlone = <T>(work: (writer: StoreWriter) => T): T =>
    writingAlone(() => {
      writing = true;
      try {
        return work(writer);
      } finally {
        writing = false;
        views.forget();
      }
    });
  /** A part may go on although the part before it has lost the whole transaction, to a full disk: nothing must be kept alone then. */
  const writePart = <T>(work: (writer: StoreWriter) => T): T => {
    if (!connection.isTransaction) throw new StoreFailedError(path, 'the change that this was a part of was lost');
    try {
      return inSavepoint(session, () => work(writer));
    } catch (error) {
      views.forget();
      throw error;
    }
  };
  return {
    read: (work) => (writing ? work(writer) : reading(() => work(committed))),
    write: (work) => (writing ? writePart(work) : writeAlone(work)),
    hold: () => holdState(path),
    eventCount: () =>
      explained(
        path,
        () => {
          const count = countEvents(statements);
          session.checkIdentity();
          return count;
        },
        waitMs,
      ),
    pageFaults: () =>
      explained(path, () =>
        statements
          .all(`PRAGMA integrity_check(${mostFaults})`)
          .map((row) => readText(row, 'integrity_check'))
          .filter((line) => line !== 'ok'),
      ),
    close: () => connection.close(),
  };
};

/** A connection of its own, so that nothing that is written meanwhile is seen by it. */
const holdState = (path: string): HeldState => {
  const { connection, statements, checkIdentity } = openSession(path, 0);
  return closingOnError(connection, () => {
    explained(path, () => {
      statements.run('BEGIN');
      checkIdentity();
    });
    return { reader: readerOn(statements), release: () => connection.close() };
  });
};

const readerOn = (statements: Statements, marks?: LedgerMarks): StoreReader => ({
  streamVersion: (stream) => readStreamVersion(statements, stream),
  streamEvents: (stream) => readStream(statements, stream),
  newestEvents: (stream, beforeVersion, limit) => readNewest(statements, stream, beforeVersion, limit),
  instanceEvents: (query) => readInstance(statements, query),
  firstInstanceEvent: (instance) => readFirstOfInstance(statements, instance),
  ledgerEnd: (instance, untilAt) => readLedgerEnd(statements, instance, untilAt),
  ledgerCount: (span) => countLedger(statements, span, marks),
  ledgerEvents: (span, look) => readLedger(statements, span, look, marks),
  generatedEvents: (span) => readGenerated(statements, span),
  allEvents: (after, limit) => readAll(statements, after, limit),
  eventCount: () => countEvents(statements),
  newestAt: () => readNewestAt(statements),
  view: (key) => readView(statements, key),
  views: (prefix) => readViews(statements, prefix),
  viewPage: (page) => readViewPage(statements, page),
  countViews: (prefix) => countViews(statements, prefix),
  sign: (instance) => readSign(statements, instance),
  note: (key) => readNote(statements, key),
});

const writerOn = (statements: Statements, { view, putView, dropView, forget }: KeptViews): StoreWriter => ({
  ...readerOn(statements),
  view,
  append: (append, at) => appendEvents(statements, append, at),
  putView,
  dropView,
  putSign: (instance, wallAt) => putSign(statements, instance, wallAt),
  putNote: (key, body) => putNote(statements, key, body),
  clear: () => {
    clearTables(statements);
    forget();
  },
});

const mostFaults = 100;

const clearTables = (statements: Statements): void => {
  const named = statements.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
  for (const row of named) statements.run(`DELETE FROM ${readText(row, 'name')}`);
};
