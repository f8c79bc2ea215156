import { type Connection, openDatabase } from './driver';
import { watchIdentity } from './identity';
import { prepareStatements } from './statements';
import type { Statements } from './statements';
import { explainTrouble } from './trouble';

/**
 * How long a connection waits for others, with the whole process standing still: what a program that does one thing has time for. Whoever
 * has more to do gives 0, and comes again later by itself (`patiently`).
 */
const usualWaitMs = 25_000;

/** One open file, with its statements: those of a transaction are prepared once, because a server runs thousands a second. */
export interface Session {
  readonly path: string;
  readonly connection: Connection;
  readonly statements: Statements;
  /** How long it waits for a lock. */
  readonly waitMs: number;
  /** @throws StoreReplacedError when another registry has taken the place of the one that was opened */
  readonly checkIdentity: () => void;
}

/** Opens a file, or makes an empty one. @throws StoreBusyError, StoreTroubleError */
export const openSession = (path: string, waitMs = usualWaitMs): Session => {
  const connection = explained(path, () => openDatabase(path), waitMs);
  return closingOnError(connection, () => {
    explained(path, () => connection.exec(`PRAGMA busy_timeout = ${waitMs}; PRAGMA synchronous = FULL`));
    const statements = prepareStatements(connection);
    return { path, connection, statements, waitMs, checkIdentity: watchIdentity(path, statements) };
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
export const explained = <T>(path: string, work: () => T, waitMs = usualWaitMs): T => {
  try {
    return work();
  } catch (error) {
    throw explainTrouble(path, error, waitMs);
  }
};

/** Runs work as one transaction. @throws StoreBusyError, StoreTroubleError; nothing of the work is then kept */
export const inTransaction = <T>(
  { path, waitMs, connection, statements }: Session,
  begin: 'BEGIN' | 'BEGIN IMMEDIATE',
  work: () => T,
): T =>
  explained(
    path,
    () => {
      statements.run(begin);
      try {
        const result = work();
        statements.run('COMMIT');
        return result;
      } catch (error) {
        if (connection.isTransaction) statements.run('ROLLBACK');
        throw error;
      }
    },
    waitMs,
  );

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
