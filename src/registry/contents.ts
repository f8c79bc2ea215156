import type { EpochMs, ServiceType } from '../domain';
import { digestConfig, digestData } from './digest';
import { instanceKey, isServiceEvent } from './events';
import type { EventEnvelope, RegistryEvent } from './events';
import { evolveService } from './evolve-service';
import type { Passwords } from './passwords';
import type { Contents, LedgerRow } from './registry';
import { drawHash } from './seeded';
import type { ServiceState } from './state';
import type { InstanceQuery } from './store/event-store';

/** What is read of the log to know what a service held. */
interface DataReader {
  instanceEvents(query: InstanceQuery): readonly EventEnvelope[];
  firstInstanceEvent(instance: string): EventEnvelope | undefined;
}

/** A point in the history of one service: everything up to an instant and up to a version of its stream, both inclusive. */
export interface DataPoint {
  readonly instance: string;
  readonly untilAt: EpochMs;
  readonly untilVersion: number;
}

/** Most ancestors that a service may have. */
export const deepestLineage = 1_000;

/** The service as it was at a point of its history; undefined: it did not exist yet. */
export const stateAt = (reader: DataReader, point: DataPoint): ServiceState | undefined =>
  reader
    .instanceEvents({ ...point, kind: 'settings' })
    .reduce<ServiceState | undefined>(
      (state, { event, at }) => (isServiceEvent(event) ? evolveService(state, event, at) : state),
      undefined,
    );

/** What the service held at a point of its history; undefined: it did not exist yet. */
export const contentsAt = (
  reader: DataReader,
  point: DataPoint,
  options: { readonly passwords: Passwords; readonly type: ServiceType | undefined },
): Contents | undefined => {
  const state = stateAt(reader, point);
  if (state === undefined) return undefined;
  const { held, from } = shownBy(reader, state, point);
  const { shown, marked } = options.passwords;
  const users = held.users.map((user) => shown(user));
  const data = { databases: [...held.databases].sort(), rows: rowsAt(reader, from), users, pools: held.pools };
  return {
    at: point.untilAt,
    ...data,
    dataDigest: digestData({ ...data, users: held.users.map((user) => marked(user)) }),
    configDigest: digestConfig(options.type, state.userConfig),
  };
};

/** The service whose databases, users and pools one shows at an instant: a replica's are those of what it follows. */
export const heldAt = (reader: DataReader, state: ServiceState, at: EpochMs): ServiceState =>
  shownBy(reader, state, { instance: instanceKey(state), untilAt: at, untilVersion: Number.MAX_SAFE_INTEGER }).held;

/** A replica shows its source, and so on; that may lie in another stream, so only time bounds it. */
const shownBy = (
  reader: DataReader,
  state: ServiceState,
  point: DataPoint,
): { readonly held: ServiceState; readonly from: DataPoint } => {
  let [held, from] = [state, point];
  while (held.replicaOf !== null) {
    const next = {
      instance: instanceKey(held.replicaOf),
      untilAt: point.untilAt,
      untilVersion: Number.MAX_SAFE_INTEGER,
    };
    const source = stateAt(reader, next);
    if (source === undefined) break;
    [held, from] = [source, next];
  }
  return { held, from };
};

/** The ledger: the service's own writes on top of what it was restored from and of what its ancestors held, oldest first. */
const rowsAt = (reader: DataReader, point: DataPoint): readonly LedgerRow[] => {
  let rows: LedgerRow[] = [];
  for (const events of readParts(reader, point).reverse()) {
    for (const { event, at } of events) {
      if (event.type === 'RowWritten') rows.push({ ...readRow(event), writtenAt: at });
      else if (event.type === 'RowsGenerated') appendGenerated(rows, event, at);
      else if (event.type === 'DatabaseDeleted') rows = rows.filter(({ database }) => database !== event.database);
    }
  }
  return rows;
};

const readRow = (row: { readonly database: string; readonly key: string; readonly value: string }) => ({
  database: row.database,
  key: row.key,
  value: row.value,
});

const appendGenerated = (
  rows: LedgerRow[],
  event: { readonly database: string; readonly count: number; readonly seed: string },
  writtenAt: EpochMs,
): void => {
  for (let index = 0; index < event.count; index += 1) {
    const drawn = drawHash(event.seed, event.database, index);
    rows.push({ database: event.database, key: `row-${drawn.slice(0, 12)}`, value: drawn.slice(12, 44), writtenAt });
  }
};

/**
 * The events that made the data, newest part first: those since the service was last restored, those up to the point that it was
 * restored to, and so on, then those of each ancestor that its data comes from.
 */
const readParts = (reader: DataReader, point: DataPoint): (readonly EventEnvelope[])[] => {
  const parts: (readonly EventEnvelope[])[] = [];
  let next: DataPoint | undefined = point;
  while (next !== undefined) {
    const events: readonly EventEnvelope[] = reader.instanceEvents({ ...next, kind: 'all' });
    const begin: EventEnvelope | undefined = [...events].reverse().find(({ event }) => isBeginning(event)) ?? events[0];
    parts.push(begin === undefined ? [] : events.filter(({ version }) => version >= begin.version));
    next = findBeginning(next.instance, begin);
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
export const locateSource = (source: {
  readonly sourceProject: string;
  readonly sourceService: string;
  readonly sourceIncarnation: number;
  readonly recoveryPoint: EpochMs;
  readonly sourcePosition: number;
}): DataPoint => ({
  instance: instanceKey({
    project: source.sourceProject,
    service: source.sourceService,
    incarnation: source.sourceIncarnation,
  }),
  untilAt: source.recoveryPoint,
  untilVersion: source.sourcePosition,
});
