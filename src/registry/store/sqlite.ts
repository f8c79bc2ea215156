import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { appendEvents } from './append-events';
import { type Connection, openDatabase } from './driver';
import { StoreBusyError, StoreExistsError, StoreFormatError, StoreMissingError } from './errors';
import type { EventStore, StoreReader, StoreWriter } from './event-store';
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
import { applicationId, createTables, formatVersion } from './schema';
import { numberIn, prepareStatements } from './statements';
import type { Statements } from './statements';
import { type KnownViews, makeViews } from './known-views';
import { putSign, readSign } from './signs';
import { countViews, readViews } from './views';

const busyTimeoutMs = 5_000;
const mostAttempts = 5;

/** Opens a registry's file. @throws StoreMissingError, StoreFormatError, StoreBusyError */
export const openSqliteStore = (path: string): EventStore => {
  if (!existsSync(path)) throw new StoreMissingError(path);
  const connection = connect(path);
  return closingOnError(connection, () => {
    const statements = prepareStatements(connection);
    const [id, version] = readMarks(path, statements);
    if (id !== applicationId) throw new StoreFormatError(path, 'it does not carry the mark of a registry.');
    if (version > formatVersion) {
      throw new StoreFormatError(path, `its format is ${version}, newer than ${formatVersion}. Update Forkcast.`);
    }
    return storeOn(path, connection, statements);
  });
};

/**
 * Creates a registry's file and the folders above it; `:memory:` is a database of this process.
 * @throws StoreExistsError, StoreFormatError, StoreBusyError
 */
export const createSqliteStore = (path: string): EventStore => {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const connection = connect(path);
  return closingOnError(connection, () => {
    const statements = prepareStatements(connection);
    const [id] = readMarks(path, statements);
    if (id === applicationId) throw new StoreExistsError(path);
    if (id !== 0 || hasTables(statements)) throw new StoreFormatError(path, 'it is a database of something else.');
    connection.exec('PRAGMA journal_mode = WAL');
    inTransaction({ path, connection, statements }, 'BEGIN IMMEDIATE', () => {
      const [now] = readMarks(path, statements);
      if (now === applicationId) throw new StoreExistsError(path);
      connection.exec(createTables);
    });
    return storeOn(path, connection, statements);
  });
};

const connect = (path: string): Connection => {
  const connection = whileOpening(path, () => openDatabase(path));
  return closingOnError(connection, () => {
    whileOpening(path, () => connection.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}; PRAGMA synchronous = FULL`));
    return connection;
  });
};

const closingOnError = <T>(connection: Connection, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    connection.close();
    throw error;
  }
};

const readMarks = (path: string, statements: Statements): readonly [id: number, version: number] =>
  whileOpening(path, () => {
    const id = numberIn(statements.get('PRAGMA application_id'), 'application_id');
    return [id, numberIn(statements.get('PRAGMA user_version'), 'user_version')] as const;
  });

/** What fails while a file is opened tells that it is not a registry; a lock tells nothing about the file. */
const whileOpening = <T>(path: string, work: () => T): T => {
  try {
    return work();
  } catch (cause) {
    if (isBusy(cause)) throw new StoreBusyError(path, 1, { cause });
    throw new StoreFormatError(path, `${readMessage(cause)}.`, { cause });
  }
};

const hasTables = (statements: Statements): boolean =>
  numberIn(statements.get('SELECT count(*) AS number FROM sqlite_schema'), 'number') > 0;

const storeOn = (path: string, connection: Connection, statements: Statements): EventStore => {
  const views = makeViews(statements);
  const reader: StoreReader = {
    streamVersion: (stream) => readStreamVersion(statements, stream),
    streamEvents: (stream) => readStream(statements, stream),
    newestEvents: (stream, beforeVersion, limit) => readNewest(statements, stream, beforeVersion, limit),
    instanceEvents: (query) => readInstance(statements, query),
    firstInstanceEvent: (instance) => readFirstOfInstance(statements, instance),
    allEvents: (after, limit) => readAll(statements, after, limit),
    eventCount: () => countEvents(statements),
    newestAt: () => readNewestAt(statements),
    view: views.read,
    views: (prefix) => readViews(statements, prefix),
    countViews: (prefix) => countViews(statements, prefix),
    sign: (instance) => readSign(statements, instance),
  };
  const writer = {
    ...reader,
    append: (append: Parameters<typeof appendEvents>[1], at: number) => appendEvents(statements, append, at),
    putView: views.put,
    dropView: views.drop,
    putSign: (instance: string, wallAt: number) => putSign(statements, instance, wallAt),
  };
  let writing = false;
  const writeAlone = <T>(work: (writer: StoreWriter) => T): T =>
    inTransaction({ path, connection, statements }, 'BEGIN IMMEDIATE', () => {
      writing = true;
      try {
        return views.within(() => work(writer));
      } finally {
        writing = false;
      }
    });
  return {
    read: (work) =>
      writing ? work(reader) : inTransaction({ path, connection, statements }, 'BEGIN', () => work(reader)),
    write: (work) => (writing ? inSavepoint(statements, views, () => work(writer)) : writeAlone(work)),
    eventCount: () => countEvents(statements),
    close: () => connection.close(),
  };
};

/** A part of an open transaction: kept or forgotten with it, and forgotten alone when it throws. */
const inSavepoint = <T>(statements: Statements, views: KnownViews, work: () => T): T => {
  statements.run('SAVEPOINT part');
  try {
    return work();
  } catch (error) {
    statements.run('ROLLBACK TO part');
    views.forget();
    throw error;
  } finally {
    statements.run('RELEASE part');
  }
};

/** One open file, with its statements: those of a transaction are prepared once, because a server runs thousands a second. */
interface Session {
  readonly path: string;
  readonly connection: Connection;
  readonly statements: Statements;
}

const inTransaction = <T>(session: Session, begin: string, work: () => T): T => {
  beginWithRetry(session, begin);
  try {
    const result = work();
    session.statements.run('COMMIT');
    return result;
  } catch (error) {
    if (session.connection.isTransaction) session.statements.run('ROLLBACK');
    throw error;
  }
};

/** Each attempt waits up to the busy timeout, so that all of them together are bounded. */
const beginWithRetry = ({ path, statements }: Session, begin: string): void => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      statements.run(begin);
      return;
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (attempt >= mostAttempts) throw new StoreBusyError(path, attempt, { cause: error });
    }
  }
};

const isBusy = (error: unknown): boolean => /database is (locked|busy)|SQLITE_BUSY/i.test(readMessage(error));

const readMessage = (error: unknown): string => (error instanceof Error ? error.message : String(error));
