import { numberIn, readText } from './statements';
import type { Statements } from './statements';

/** Beside the log, and not in it: how the registry was made. A registry of before there were notes gets the table when it is needed. */
const createTable = 'CREATE TABLE IF NOT EXISTS notes (key TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID';

const tableExists = "SELECT count(*) AS number FROM sqlite_schema WHERE name = 'notes'";

/** One note; undefined: there is none. */
export const readNote = (statements: Statements, key: string): string | undefined => {
  if (numberIn(statements.get(tableExists), 'number') === 0) return undefined;
  const row = statements.get('SELECT body FROM notes WHERE key = ?', key);
  return row && readText(row, 'body');
};

/** Writes a note inside the open transaction. */
export const putNote = (statements: Statements, key: string, body: string): void => {
  statements.run(createTable);
  statements.run(
    'INSERT INTO notes (key, body) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET body = excluded.body',
    key,
    body,
  );
};
