import type { LedgerSpan } from './event-store';
import { numberIn, type Statements } from './statements';

/** Every so many rows a mark: what lies between two of them is counted each time. */
const usualStep = 500;
/** Services and marks that are remembered; with one more all are forgotten, and counted again. */
const [mostInstances, mostMarks] = [10_000, 1_000_000];

const ofLedger = "instance = ? AND kind = 'ledger'";

/**
 * How many rows were written up to a version, found without counting them all again: the versions of every 500th, which never change
 * once they are committed. Only for who reads what is.
 */
export interface LedgerMarks {
  /** Number of events that wrote rows of a service, up to a version. */
  upTo(instance: string, version: number): number;
  /** The version after which a span goes on without its first events; undefined: there are no more. */
  afterFirst(span: LedgerSpan, count: number): number | undefined;
}

/** The marks of one open file. */
export const ledgerMarks = (statements: Statements, step = usualStep): LedgerMarks => {
  const known = new Map<string, number[]>();
  let marks = 0;
  const marksOf = (instance: string): readonly number[] => {
    if (known.size > mostInstances || marks > mostMarks) {
      known.clear();
      marks = 0;
    }
    const found = known.get(instance) ?? [];
    known.set(instance, found);
    const rows = statements.all(everyStep, instance, found.at(-1) ?? 0, step);
    for (const row of rows) found.push(numberIn(row, 'version'));
    marks += rows.length;
    return found;
  };
  const upTo = (instance: string, version: number): number => {
    const found = marksOf(instance);
    const before = countUpTo(found, version);
    const rest = statements.get(between, instance, found[before - 1] ?? 0, version);
    return before * step + numberIn(rest, 'number');
  };
  return {
    upTo,
    afterFirst: ({ instance, after, until }, count) => {
      if (count === 0) return after;
      const place = upTo(instance, after) + count;
      const found = marksOf(instance);
      const before = Math.min(found.length, Math.floor(place / step));
      const beyond = place - before * step;
      const mark = found[before - 1] ?? 0;
      if (beyond === 0) return mark <= until ? mark : undefined;
      const row = statements.get(nth, instance, mark, until, beyond - 1);
      return row === undefined ? undefined : numberIn(row, 'version');
    },
  };
};

const everyStep = `SELECT version FROM (
    SELECT version, row_number() OVER (ORDER BY version) AS place FROM events WHERE ${ofLedger} AND version > ?
  ) WHERE place % ? = 0 ORDER BY version`;
const between = `SELECT count(*) AS number FROM events WHERE ${ofLedger} AND version > ? AND version <= ?`;
const nth = `SELECT version FROM events WHERE ${ofLedger} AND version > ? AND version <= ? ORDER BY version LIMIT 1 OFFSET ?`;

/** How many of sorted numbers are at most this one, found by halves. */
const countUpTo = (sorted: readonly number[], most: number): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
};
