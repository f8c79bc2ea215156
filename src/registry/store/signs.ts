import type { EpochMs } from '../../domain';
import { numberIn } from './statements';
import type { Statements } from './statements';

/** Beside the log, and not in it. A registry of before there were owners gets the table when it is first needed. */
const createTable =
  'CREATE TABLE IF NOT EXISTS signs (instance TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID';

const tableExists = "SELECT count(*) AS number FROM sqlite_schema WHERE name = 'signs'";

/** When the maker of an incarnation was last heard of. */
export const readSign = (statements: Statements, instance: string): EpochMs | undefined => {
  if (numberIn(statements.get(tableExists), 'number') === 0) return undefined;
  const row = statements.get('SELECT at FROM signs WHERE instance = ?', instance);
  return row && numberIn(row, 'at');
};

/** Notes a sign of life inside the open transaction. */
export const putSign = (statements: Statements, instance: string, at: EpochMs): void => {
  statements.run(createTable);
  statements.run(
    'INSERT INTO signs (instance, at) VALUES (?, ?) ON CONFLICT (instance) DO UPDATE SET at = excluded.at',
    instance,
    at,
  );
};
