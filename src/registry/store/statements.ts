import type { Connection } from './driver';

/** What SQLite takes and gives. */
type SqlValue = string | number | null;

/** One row of an answer. */
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** Statements of one connection, each prepared when it is first used. */
export interface Statements {
  run(sql: string, ...values: readonly SqlValue[]): void;
  get(sql: string, ...values: readonly SqlValue[]): SqlRow | undefined;
  all(sql: string, ...values: readonly SqlValue[]): readonly SqlRow[];
}

/** The statements of a connection. The driver's answers are untyped: here, and only here, they get their type. */
export const prepareStatements = (database: Connection): Statements => {
  const prepared = new Map<string, ReturnType<typeof database.prepare>>();
  const statement = (sql: string): ReturnType<typeof database.prepare> => {
    const existing = prepared.get(sql);
    if (existing !== undefined) return existing;
    const created = database.prepare(sql);
    prepared.set(sql, created);
    return created;
  };
  return {
    run: (sql, ...values) => void statement(sql).run(...values),
    get: (sql, ...values) => {
      const row: unknown = statement(sql).get(...values);
      return row === undefined ? undefined : (row as SqlRow);
    },
    all: (sql, ...values) => statement(sql).all(...values) as readonly SqlRow[],
  };
};

/** A text column. Absent reads as the empty text. */
export const readText = (row: SqlRow | undefined, column: string): string => String(row?.[column] ?? '');

/** A number column. Absent reads as 0. */
export const numberIn = (row: SqlRow | undefined, column: string): number => Number(row?.[column] ?? 0);
