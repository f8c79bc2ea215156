import type { EpochMs } from '../../domain';
import type { EventEnvelope } from '../events';
import type { LedgerLook, LedgerSpan } from './event-store';
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

/**
 * Number of events of a span: counted without looking at them, since the versions of a stream have no gaps and what is no row in it are
 * settings, of which there are few.
 */
export const countLedger = (statements: Statements, span: LedgerSpan): number =>
  Math.max(0, span.until - span.after - readSettings(statements, span).length);

/** Versions of a span that changed settings. */
const readSettings = (statements: Statements, { instance, after, until }: LedgerSpan): readonly number[] =>
  statements
    .all(
      "SELECT version FROM events WHERE instance = ? AND kind = 'settings' AND version > ? AND version <= ? ORDER BY version",
      ...[instance, after, until],
    )
    .map((row) => numberIn(row, 'version'));

/** The version after which a span goes on without its first events. */
const afterFirst = (statements: Statements, span: LedgerSpan, count: number): number => {
  let after = span.after + count;
  for (const version of count === 0 ? [] : readSettings(statements, span)) {
    if (version > after) break;
    after += 1;
  }
  return after;
};

/** Events of a span, in order of version. */
export const readLedger = (
  statements: Statements,
  span: LedgerSpan,
  { offset, limit, containing }: LedgerLook,
): readonly EventEnvelope[] => {
  const page = 'ORDER BY version LIMIT ?';
  const from = (after: number) => [span.instance, after, span.until] as const;
  const rows =
    containing === undefined
      ? statements.all(
          `${envelopeColumns} WHERE ${inSpan} ${page}`,
          ...[...from(afterFirst(statements, span, offset)), limit],
        )
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
