import type { View, ViewPage } from './event-store';
import { numberIn, readText } from './statements';
import type { SqlRow, Statements } from './statements';

const range = 'key >= ? AND key < ?';

/** First text that sorts after every key with this prefix. */
const boundPrefix = (prefix: string): string => `${prefix}\u{10ffff}`;

/** One view; undefined: there is none. */
export const readView = (statements: Statements, key: string): string | undefined => {
  const row = statements.get('SELECT body FROM views WHERE key = ?', key);
  return row && readText(row, 'body');
};

/** Views whose key begins so, in order of key. */
export const readViews = (statements: Statements, prefix: string): readonly View[] =>
  statements.all(`SELECT key, body FROM views WHERE ${range} ORDER BY key`, prefix, boundPrefix(prefix)).map(readRow);

/** Some of them, after a key. */
export const readViewPage = (
  statements: Statements,
  { prefix, after, limit, descending, beside }: ViewPage,
): readonly View[] => {
  const span = descending
    ? ([prefix, after ?? boundPrefix(prefix), limit] as const)
    : ([after ?? prefix, boundPrefix(prefix), limit] as const);
  if (beside === undefined) return statements.all(descending ? backwards : forwards, ...span).map(readRow);
  const rows = statements.all(descending ? backwardsPaired : forwardsPaired, beside, prefix.length + 1, ...span);
  return rows.map((row) => (row.beside === null ? readRow(row) : { ...readRow(row), beside: readText(row, 'beside') }));
};

/** No view has its bare prefix for a key, but for marks of the prefix itself, which are in no page. */
const page = 'FROM views AS one WHERE key > ? AND key < ? ORDER BY key';
const forwards = `SELECT key, body ${page} LIMIT ?`;
const backwards = `SELECT key, body ${page} DESC LIMIT ?`;
const paired = `SELECT key, body, (SELECT body FROM views WHERE key = ? || substr(one.key, ?)) AS beside ${page}`;
const forwardsPaired = `${paired} LIMIT ?`;
const backwardsPaired = `${paired} DESC LIMIT ?`;

const readRow = (row: SqlRow): View => ({ key: readText(row, 'key'), body: readText(row, 'body') });

/** Number of views whose key begins so. */
export const countViews = (statements: Statements, prefix: string): number =>
  numberIn(
    statements.get(`SELECT count(*) AS number FROM views WHERE ${range}`, prefix, boundPrefix(prefix)),
    'number',
  );

/** Writes a view inside the open transaction. */
export const putView = (statements: Statements, key: string, body: string): void =>
  statements.run(
    'INSERT INTO views (key, body) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET body = excluded.body',
    key,
    body,
  );

/** Deletes a view inside the open transaction. */
export const dropView = (statements: Statements, key: string): void =>
  statements.run('DELETE FROM views WHERE key = ?', key);
