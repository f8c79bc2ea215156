import type { EpochMs } from '../domain';
import { instanceKey, forkedFrom } from './events';
import type { EventEnvelope, ForkSource, RegistryEvent } from './events';
import type { LedgerPage, LedgerRow, RowFilter, RowsPage } from './registry';
import { drawHash } from './seeded';
import type { DataPoint, InstanceQuery, LedgerSpan, StoreReader } from './store/event-store';

/** What is read of the log to know the rows of a service. */
export type LedgerReader = Pick<StoreReader, 'ledgerEnd' | 'ledgerCount' | 'ledgerEvents' | 'generatedEvents'> & {
  instanceEvents(query: InstanceQuery): readonly EventEnvelope[];
};

/** One stretch of the log whose rows a service holds, with the databases that were deleted in it. */
interface Part extends LedgerSpan {
  readonly deleted: readonly { readonly database: string; readonly version: number }[];
}

/**
 * The stretches of the log that made the rows at a point, oldest first: those of the ancestors that the data comes from, and those since
 * the service was last restored. They never change: what is written later is none of them.
 */
export const ledgerParts = (reader: LedgerReader, point: DataPoint): readonly Part[] => {
  const parts: Part[] = [];
  for (let next: DataPoint | undefined = point; next !== undefined;) {
    const { instance, untilAt, untilVersion }: DataPoint = next;
    const settings: readonly EventEnvelope[] = reader.instanceEvents({ ...next, kind: 'settings' });
    const begin: EventEnvelope | undefined =
      [...settings].reverse().find(({ event }) => isBeginning(event)) ?? settings[0];
    const after = begin?.version ?? 0;
    parts.unshift({
      instance,
      after,
      until: Math.min(untilVersion, reader.ledgerEnd(instance, untilAt)),
      deleted: settings.flatMap(({ event, version }) =>
        event.type === 'DatabaseDeleted' && version > after ? [{ database: event.database, version }] : [],
      ),
    });
    next = findBeginning(instance, begin);
  }
  return parts;
};

/** What a service holds begins anew with it. */
const isBeginning = ({ type }: RegistryEvent): boolean => type === 'ServiceDataRestored' || type === 'ReplicaPromoted';

/** The point that a service began with, at its creation or when it was restored, or promoted; undefined: it began empty. */
const findBeginning = (instance: string, begin: EventEnvelope | undefined): DataPoint | undefined => {
  if (begin?.event.type === 'ServiceForked') return locateSource(begin.event.source);
  if (begin?.event.type === 'ReplicaPromoted') {
    const { from } = begin.event;
    return { instance: instanceKey(from), untilAt: begin.at, untilVersion: from.position };
  }
  if (begin?.event.type !== 'ServiceDataRestored' || begin.event.recoveryPoint === null) return undefined;
  return { instance, untilAt: begin.event.recoveryPoint, untilVersion: begin.version - 1 };
};

/** The point of the source's history that a fork begins with. */
export const locateSource = (source: ForkSource): DataPoint => ({
  instance: instanceKey(forkedFrom(source)),
  untilAt: source.recoveryPoint,
  untilVersion: source.sourcePosition,
});

/** Events that are read of the log at a time. */
const chunk = 2_000;

/** The rows in the order written, read as far as somebody goes; without those of a database that was deleted later. */
export function* ledgerRows(
  reader: LedgerReader,
  parts: readonly Part[],
  filter: RowFilter = {},
): Generator<LedgerRow, void> {
  for (const [index, part] of parts.entries()) {
    const later = new Set(parts.slice(index + 1).flatMap(({ deleted }) => deleted.map(({ database }) => database)));
    for (const envelope of eventsOf(reader, part, filter)) {
      const isGone = ({ database }: LedgerRow): boolean =>
        later.has(database) ||
        part.deleted.some((gone) => gone.database === database && gone.version > envelope.version);
      for (const row of rowsOf(envelope)) if (isMeant(filter, row) && !isGone(row)) yield row;
    }
  }
}

function* eventsOf(reader: LedgerReader, span: LedgerSpan, filter: RowFilter): Iterable<EventEnvelope> {
  for (let { after } = span; ;) {
    const events = reader.ledgerEvents({ ...span, after }, { limit: chunk, offset: 0, containing: textIn(filter) });
    yield* events;
    const last = events.at(-1);
    if (last === undefined || events.length < chunk) return;
    after = last.version;
  }
}

/** What stands in every event that makes a row of the kind that is meant. */
const textIn = ({ database }: RowFilter): string | undefined =>
  database === undefined ? undefined : `"database":${JSON.stringify(database)}`;

const isMeant = ({ database, key }: RowFilter, row: LedgerRow): boolean =>
  (database === undefined || row.database === database) && (key === undefined || row.key === key);

function* rowsOf({ event, at: writtenAt }: EventEnvelope): Iterable<LedgerRow> {
  if (event.type === 'RowWritten') {
    yield { database: event.database, key: event.key, value: event.value, writtenAt };
  } else if (event.type === 'RowsGenerated') {
    for (let index = 0; index < event.count; index += 1) yield generatedRow(event, index, writtenAt);
  }
}

const generatedRow = (
  { seed, database }: { readonly database: string; readonly seed: string },
  index: number,
  writtenAt: EpochMs,
): LedgerRow => {
  const drawn = drawHash(seed, database, index);
  return { database, key: `row-${drawn.slice(0, 12)}`, value: drawn.slice(12, 44), writtenAt };
};

type Page = Pick<LedgerPage, 'total' | 'rows'>;

/**
 * The rows from an offset on. Where all rows are meant and no database was ever deleted, they are counted and found by the index of the
 * log; else all are looked at, some at a time.
 */
export const ledgerPage = (reader: LedgerReader, parts: readonly Part[], { filter, offset, limit }: RowsPage): Page => {
  const isPlain = filter.database === undefined && filter.key === undefined;
  if (isPlain && parts.every(({ deleted }) => deleted.length === 0)) return plainPage(reader, parts, offset, limit);
  const rows: LedgerRow[] = [];
  let total = 0;
  for (const row of ledgerRows(reader, parts, filter)) {
    if (total >= offset && rows.length < limit) rows.push(row);
    total += 1;
  }
  return { total, rows };
};

const plainPage = (reader: LedgerReader, parts: readonly Part[], offset: number, limit: number): Page => {
  const rows: LedgerRow[] = [];
  let total = 0;
  for (const { count, read } of parts.flatMap((part) => segmentsOf(reader, part))) {
    const from = Math.max(0, offset - total);
    if (rows.length < limit && from < count) rows.push(...read(from, Math.min(limit - rows.length, count - from)));
    total += count;
  }
  return { total, rows };
};

interface Segment {
  readonly count: number;
  readonly read: (from: number, limit: number) => readonly LedgerRow[];
}

/** A part as rows that were written one by one, and between them those that one event made. */
const segmentsOf = (reader: LedgerReader, part: Part): readonly Segment[] => {
  const written = (span: LedgerSpan): Segment => ({
    count: reader.ledgerCount(span),
    read: (offset, limit) =>
      reader.ledgerEvents(span, { offset, limit, containing: undefined }).flatMap((event) => [...rowsOf(event)]),
  });
  let { after } = part;
  const segments = reader.generatedEvents(part).flatMap(({ version, event, at }): readonly Segment[] => {
    if (event.type !== 'RowsGenerated') return [];
    const before = written({ ...part, after, until: version - 1 });
    after = version;
    const read: Segment['read'] = (from, limit) =>
      Array.from({ length: limit }, (_, index) => generatedRow(event, from + index, at));
    return [before, { count: event.count, read }];
  });
  return [...segments, written({ ...part, after })];
};
