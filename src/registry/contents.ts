import type { EpochMs, ServiceType } from '../domain';
import { dataDigest, digestConfig } from './digest';
import { instanceKey, isServiceEvent } from './events';
import { evolveService } from './evolve-service';
import { ledgerPage, ledgerParts, ledgerRows, type LedgerReader } from './ledger';
import type { Passwords } from './passwords';
import type { Contents, LedgerRow, RowsPage } from './registry';
import { withoutSecrets } from './secrets';
import type { ServiceState } from './state';
import { wholeLog, type DataPoint, type StoreReader } from './store/event-store';

/** What is read of the log to know what a service held. */
type DataReader = LedgerReader & Pick<StoreReader, 'firstInstanceEvent'>;

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

/** Rows that are hashed at a time. */
const slice = 2_000;

/**
 * What the service held at a point of its history; undefined: it did not exist yet. Its rows are read some at a time, with a stop after
 * each some: what is read of the log is not changed by what is written meanwhile.
 */
export const contentsSteps = (
  reader: DataReader,
  point: DataPoint,
  options: { readonly passwords: Passwords; readonly type: ServiceType | undefined },
): Generator<void, Contents> | undefined => {
  const state = stateAt(reader, point);
  return state === undefined ? undefined : readSteps(reader, point, { ...options, state });
};

function* readSteps(
  reader: DataReader,
  point: DataPoint,
  {
    passwords,
    type,
    state,
  }: { readonly passwords: Passwords; readonly type: ServiceType | undefined; readonly state: ServiceState },
): Generator<void, Contents> {
  const { held, from } = shownBy(reader, state, point);
  const parts = ledgerParts(reader, from);
  const data = {
    databases: [...held.databases].sort(),
    users: held.users.map((user) => passwords.shown(user)),
    pools: held.pools,
  };
  const users = held.users.map((user) => passwords.marked(user));
  const digest = dataDigest({ ...data, users, roles: held.roles });
  let [rowCount, some]: [number, LedgerRow[]] = [0, []];
  for (const row of ledgerRows(reader, parts)) {
    if (some.push(row) < slice) continue;
    digest.add(some);
    rowCount += some.length;
    some = [];
    yield;
  }
  digest.add(some);
  return {
    at: point.untilAt,
    ...data,
    settings: withoutSecrets({ kind: 'service', type: state.type }, state.userConfig),
    get rows() {
      return [...ledgerRows(reader, parts)];
    },
    rowCount: rowCount + some.length,
    dataDigest: digest.end(),
    configDigest: digestConfig(type, state.userConfig),
  };
}

/** Some of the rows that the service held at a point of its history, and their number; undefined: it did not exist yet. */
export const rowsAt = (
  reader: DataReader,
  point: DataPoint,
  page: RowsPage,
): ReturnType<typeof ledgerPage> | undefined => {
  const state = stateAt(reader, point);
  if (state === undefined) return undefined;
  return ledgerPage(reader, ledgerParts(reader, shownBy(reader, state, point).from), page);
};

/** The service whose databases, users and pools one shows at an instant: a replica's are those of what it follows. */
export const heldAt = (reader: DataReader, state: ServiceState, at: EpochMs): ServiceState =>
  shownBy(reader, state, { ...wholeLog(instanceKey(state)), untilAt: at }).held;

/** A replica shows its source, and so on; that may lie in another stream, so only time bounds it. */
const shownBy = (
  reader: DataReader,
  state: ServiceState,
  point: DataPoint,
): { readonly held: ServiceState; readonly from: DataPoint } => {
  let [held, from] = [state, point];
  while (held.replicaOf !== null) {
    const next = { ...wholeLog(instanceKey(held.replicaOf)), untilAt: point.untilAt };
    const source = stateAt(reader, next);
    if (source === undefined) break;
    [held, from] = [source, next];
  }
  return { held, from };
};
