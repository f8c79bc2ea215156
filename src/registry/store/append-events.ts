import type { EpochMs } from '../../domain';
import { findSubject } from '../events';
import { encodeEvent } from './codec';
import { StoreConflictError } from './errors';
import type { Append } from './event-store';
import { readStreamVersion } from './read-events';
import type { Statements } from './statements';

const insert = 'INSERT INTO events (stream, version, at, instance, kind, body) VALUES (?, ?, ?, ?, ?, ?)';

/** Appends events to one stream inside the open transaction. @throws StoreConflictError when it is at another version. */
export const appendEvents = (
  statements: Statements,
  { stream, expectedVersion, events }: Append,
  at: EpochMs,
): void => {
  const actual = readStreamVersion(statements, stream);
  if (actual !== expectedVersion) throw new StoreConflictError(stream, expectedVersion, actual);
  events.forEach((event, index) => {
    const subject = findSubject(event);
    const version = actual + index + 1;
    statements.run(insert, stream, version, at, subject?.instance ?? null, subject?.kind ?? null, encodeEvent(event));
  });
};
