import type { EpochMs } from '../../domain';
import type { EventEnvelope } from '../events';
import type { LedgerLook, LedgerSpan } from './event-store';
import type { LedgerMarks } from './ledger-marks';
import { envelopeColumns, readEnvelope } from './read-events';
import { generatedMark } from './schema';
import { numberIn } from './statements';
import type { Statements } from './statements';

const ofLedger = "instance = ? AND kind = 'ledger'";
const inSpan = `${ofLedger} AND version > ? AND version <= ?`;

/** Version of the newest event that wrote rows of a service, up to an instant: found by halves, since instants never go back. */
export const readLedgerEnd = (statements: Statements, instance: string, untilAt: EpochMs): number => {
  const newest = statements.get(
    `SELECT version, at FROM events WHERE ${ofLedger} ORDER BY version DESC LIMIT 1`,
    instance,
  );
  if (newest === undefined || numberIn(newest, 'at') <= untilAt) return numberIn(newest, 'version');
  const next = `SELECT version, at FROM events WHERE ${ofLedger} AND version > ? ORDER BY version LIMIT 1`;
  let [low, high] = [0, numberIn(newest, 'version')];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const found = statements.get(next, instance, middle);
    if (found !== undefined && numberIn(found, 'at') <= untilAt) low = numberIn(found, 'version');
    else high = middle;
  }
  return low;
};

/** Number of events of a span: counted in the index alone. A stream is that of a whole project, so versions do not tell it. */
export const countLedger = (
  statements: Statements,
  { instance, after, until }: LedgerSpan,
  marks?: LedgerMarks,
): number =>
  marks === undefined
    ? numberIn(
        statements.get(`SELECT count(*) AS number FROM events WHERE ${inSpan}`, instance, after, until),
        'number',
      )
    : Math.max(0, marks.upTo(instance, until) - marks.upTo(instance, after));

/** The version after which a span goes on without its first events, found in the index alone; undefined: there are no more. */
const afterFirst = (
  statements: Statements,
  { instance, after, until }: LedgerSpan,
  count: number,
): number | undefined => {
  if (count === 0) return after;
  const found = statements.get(
    `SELECT version FROM events WHERE ${inSpan} ORDER BY version LIMIT 1 OFFSET ?`,
    ...[instance, after, until, count - 1],
  );
  return found === undefined ? undefined : numberIn(found, 'version');
};

/** Events of a span, in order of version. */
export const readLedger = (
  statements: Statements,
  span: LedgerSpan,
  { offset, limit, containing }: LedgerLook,
  marks?: LedgerMarks,
): readonly EventEnvelope[] => {
  const page = 'ORDER BY version LIMIT ?';
  const from = (after: number) => [span.instance, after, span.until] as const;
  const places = marks ?? { afterFirst: (...asked: [LedgerSpan, number]) => afterFirst(statements, ...asked) };
  const first = containing === undefined ? places.afterFirst(span, offset) : span.after;
  if (first === undefined) return [];
  const rows =
    containing === undefined
      ? statements.all(`${envelopeColumns} WHERE ${inSpan} ${page}`, ...[...from(first), limit])
      : statements.all(
          `${envelopeColumns} WHERE ${inSpan} AND instr(body, ?) > 0 ${page} OFFSET ?`,
          ...[...from(span.after), containing, limit, offset],
        );
  return rows.map(readEnvelope);
};

/** Events of a span that each wrote many rows. */
export const readGenerated = (
  statements: Statements,
  { instance, after, until }: LedgerSpan,
): readonly EventEnvelope[] =>
  statements
    .all(
      `${envelopeColumns} WHERE instance = ? AND version > ? AND version <= ? AND ${generatedMark} ORDER BY version`,
      instance,
      after,
      until,
    )
    .map(readEnvelope);
