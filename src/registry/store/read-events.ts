import type { EpochMs } from '../../domain';
import type { EventEnvelope } from '../events';
import { decodeEvent } from './codec';
import type { InstanceQuery } from './event-store';
import { numberIn, readText } from './statements';
import type { SqlRow, Statements } from './statements';

/** What an event is read from. */
export const envelopeColumns = 'SELECT position, stream, version, at, body FROM events';
const ofInstance = `${envelopeColumns} WHERE instance = ? AND version <= ? AND at <= ?`;

/** An event as it was written. */
export const readEnvelope = (row: SqlRow): EventEnvelope => ({
  stream: readText(row, 'stream'),
  version: numberIn(row, 'version'),
  at: numberIn(row, 'at'),
  event: decodeEvent(readText(row, 'body')),
});

/** Version of the newest event of a stream; 0: there is none. */
export const readStreamVersion = (statements: Statements, stream: string): number =>
  numberIn(statements.get('SELECT max(version) AS version FROM events WHERE stream = ?', stream), 'version');

/** Events of a stream, in order of version. */
export const readStream = (statements: Statements, stream: string): readonly EventEnvelope[] =>
  statements.all(`${envelopeColumns} WHERE stream = ? ORDER BY version`, stream).map(readEnvelope);

/** Events of a stream below a version, newest first, rows of ledgers left out. */
export const readNewest = (
  statements: Statements,
  stream: string,
  beforeVersion: number,
  limit: number,
): readonly EventEnvelope[] =>
  statements
    .all(
      `${envelopeColumns} WHERE stream = ? AND version < ? AND kind IS NOT 'ledger' ORDER BY version DESC LIMIT ?`,
      stream,
      beforeVersion,
      limit,
    )
    .map(readEnvelope);

/** Events of one service, in order of version. */
export const readInstance = (statements: Statements, query: InstanceQuery): readonly EventEnvelope[] => {
  const bounds = [query.instance, query.untilVersion, query.untilAt] as const;
  const rows =
    query.kind === 'all'
      ? statements.all(`${ofInstance} ORDER BY version`, ...bounds)
      : statements.all(`${ofInstance} AND kind = ? ORDER BY version`, ...bounds, query.kind);
  return rows.map(readEnvelope);
};

/** The creation of one service; undefined: there never was one. */
export const readFirstOfInstance = (statements: Statements, instance: string): EventEnvelope | undefined => {
  const row = statements.get(
    `${envelopeColumns} WHERE instance = ? AND kind = 'settings' ORDER BY version LIMIT 1`,
    instance,
  );
  return row && readEnvelope(row);
};

/** All events after a position, in the order in which they were appended. */
export const readAll = (
  statements: Statements,
  after: number,
  limit: number,
): readonly { readonly position: number; readonly envelope: EventEnvelope }[] =>
  statements
    .all(`${envelopeColumns} WHERE position > ? ORDER BY position LIMIT ?`, after, limit)
    .map((row) => ({ position: numberIn(row, 'position'), envelope: readEnvelope(row) }));

/** Number of events: positions are given without gaps, and nothing is ever deleted. */
export const countEvents = (statements: Statements): number =>
  numberIn(statements.get('SELECT max(position) AS newest FROM events'), 'newest');

/** Instant of the newest event; 0: there is none. */
export const readNewestAt = (statements: Statements): EpochMs =>
  numberIn(statements.get('SELECT at FROM events ORDER BY position DESC LIMIT 1'), 'at');
