import { type Connection, openDatabase } from './driver';
import { StoreBusyError } from './errors';
import { watchIdentity } from './identity';
import { prepareStatements } from './statements';
import type { Statements } from './statements';
import { explainTrouble, isBusy } from './trouble';

const busyTimeoutMs = 5_000;
const mostAttempts = 5;

/** One open file, with its statements: those of a transaction are prepared once, because a server runs thousands a second. */
export interface Session {
  readonly path: string;
  readonly connection: Connection;
  readonly statements: Statements;
  /** @throws StoreReplacedError when another registry has taken the place of the one that was opened */
  readonly checkIdentity: () => void;
}

/** Opens a file, or makes an empty one. @throws StoreBusyError, StoreTroubleError */
export const openSession = (path: string): Session => {
  const connection = explained(path, () => openDatabase(path));
  return closingOnError(connection, () => {
    explained(path, () => connection.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}; PRAGMA synchronous = FULL`));
    const statements = prepareStatements(connection);
    return { path, connection, statements, checkIdentity: watchIdentity(path, statements) };
  });
};

/** Runs work that leaves nothing open when it throws. */
export const closingOnError = <T>(connection: Connection, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    connection.close();
    throw error;
  }
};

/** Runs work in which trouble of the machine is told as such. @throws StoreBusyError, StoreTroubleError, and what else the work throws */
export const explained = <T>(path: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw explainTrouble(path, error);
  }
};

/** Runs work as one transaction. @throws StoreBusyError, StoreTroubleError; nothing of the work is then kept */
export const inTransaction = <T>(session: Session, begin: 'BEGIN' | 'BEGIN IMMEDIATE', work: () => T): T =>
  explained(session.path, () => {
    beginWithRetry(session, begin);
    try {
      const result = work();
      session.statements.run('COMMIT');
      return result;
    } catch (error) {
      if (session.connection.isTransaction) session.statements.run('ROLLBACK');
      throw error;
    }
  });

/**
 * Runs work as a part of an open transaction: kept or forgotten with it, and forgotten alone when it throws. A full disk may end the
 * whole transaction under it; then nothing is left to go back to.
 */
export const inSavepoint = <T>({ path, statements, connection }: Session, work: () => T): T => {
  statements.run('SAVEPOINT part');
  try {
    return explained(path, work);
  } catch (error) {
    if (connection.isTransaction) statements.run('ROLLBACK TO part');
    throw error;
  } finally {
    if (connection.isTransaction) statements.run('RELEASE part');
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
