import { hourMs } from '../domain';
import type { Catalogue, EpochMs, Lineage, ServiceFacts, ServiceType, TerminatedFacts } from '../domain';
import { dayMs, serviceKey } from '../domain';
import { drawnOf } from './drawn';
import type { ForkSource } from './events';
import type { Opening } from './opening';
import type { LagPeriod, LagSample, ServiceDetail, SizeSample } from './registry';
import { firstBackupDue, type FirstBackup } from './schedule/backups';
import { listPhases, standingAt } from './schedule/lifecycle';
import { backupViewAt, pickTraits } from './schedule/locations';
import { findRemovalAt } from './schedule/removal';
import { sizeMbAt } from './schedule/size';
import { noRoles } from './role-grants';
import { ownershipAt, type SignsOfLife } from './ownership';
import { steadyUntil } from './schedule/steady';
import { openSettings, withoutSecrets } from './secrets';
import type { RegistryState, ServiceState } from './state';

/** How long the backups of a terminated service are kept. @see documentation, service_backups (read 2026-11-20) */
export const keptAfterTermination = 30 * dayMs;

/** What rules and clients may know of a live service at `now`. */
export const serviceFactsAt = (...about: Parameters<typeof shownFactsAt>): ServiceFacts => {
  const [, state] = about;
  const { access } = state;
  const facts = shownFactsAt(...about);
  if (access === undefined && state.fork === null) return facts;
  return {
    ...facts,
    ...(access === undefined ? {} : { access }),
    ...(state.fork === null ? {} : { contents: describeContents(state) }),
  };
};

/** What is shown of a live service at `now`. */
const shownFactsAt = (
  signs: SignsOfLife,
  state: ServiceState,
  type: ServiceType | undefined,
  now: EpochMs,
): ServiceDetail['facts'] => {
  const { registry } = signs;
  const standing = standingAt(registry, state, now);
  const view = backupViewAt(registry, state, type, now);
  const firstBackupAt = findFirstBackup(registry, state, view.first, standing.runningAt);
  return {
    project: state.project,
    service: state.service,
    incarnation: state.incarnation,
    type: state.type,
    plan: state.plan.name,
    cloud: state.cloud,
    state: standing.state,
    createdAt: state.createdAt,
    nodes: state.plan.nodes,
    diskSpaceMb: state.diskMb,
    dataSizeMb: sizeMbAt(state, now),
    userConfig: withoutSecrets({ kind: 'service', type: state.type }, state.userConfig),
    terminationProtection: state.terminationProtection,
    tags: state.tags,
    poweredOffSince: standing.poweredOffSince,
    versionChangedAt: state.versionChangedAt,
    runningAt: standing.runningAt,
    firstBackupAt,
    backupInProgress: firstBackupAt !== null && standing.state === 'RUNNING' && firstBackupAt > now,
    backups: view.backups,
    windows: view.windows,
    backupRegion: view.region,
    integrations: state.integrations,
    replicaOf: state.replicaOf === null ? null : serviceKey(state.replicaOf),
    lineage: state.fork === null ? null : describeLineage(state.fork),
    origin: state.origin,
    ownership: ownershipAt(signs, state),
  };
};

const describeContents = ({ databases, users, pools }: ServiceState): NonNullable<ServiceFacts['contents']> => ({
  databases,
  users: users.map(({ username }) => username),
  connectionPools: pools.map(({ pool }) => pool),
});

/** When its first backup was complete, or will be, as it stands; null: never. */
const findFirstBackup = (
  registry: RegistryState,
  state: ServiceState,
  first: FirstBackup,
  runningAt: EpochMs | null,
): EpochMs | null => {
  if (first.kind === 'taken') return first.at;
  if (runningAt === null || state.plan.backup.maxCount === 0 || state.replicaOf !== null) return null;
  if (first.kind === 'due') return first.at;
  return state.regimes.at(-1)?.persistent === true ? firstBackupDue(registry, runningAt) : null;
};

/** What only the log and the views know of a service. */
interface Known extends Pick<ServiceDetail, 'forkDigest' | 'integrationSettings' | 'peerTypes'>, Opening {
  /** The service whose data it shows. */
  readonly held: ServiceState;
}

/** What a service is seen by. */
interface ViewOfService extends SignsOfLife {
  readonly catalogue: Catalogue;
  readonly now: EpochMs;
}

/** A service with what clients need beyond its facts. */
export const serviceDetailAt = (view: ViewOfService, state: ServiceState, known: Known): ServiceDetail => {
  const { registry, catalogue, now } = view;
  const { held } = known;
  const type = catalogue.serviceTypes.get(state.type);
  const facts = shownFactsAt(view, state, type, now);
  return {
    facts,
    seen: { catalogue, clock: { now, mode: registry.clock.mode } },
    steadyUntil: () => (isSteady(facts) ? steadyUntil(registry, state, pickTraits(type), facts.backups, now) : now),
    settings: openSettings(known.vault, { kind: 'service', type: state.type }, state.userConfig),
    updatedAt: state.updatedAt,
    removalAt: findRemovalAt(state),
    phases: listPhases(standingAt(registry, state, now)),
    host: `${state.service.slice(0, 30)}-${drawnOf(registry, state, 'hostMark')}.forkcast.internal`,
    certificateSeed: registry.seed,
    port: drawnOf(registry, state, 'port'),
    databases: held.databases,
    users: held.users.map((user) => known.passwords.shown(user)),
    pools: held.pools,
    roles: held.roles ?? noRoles,
    manifest: state.manifest,
    forkDigest: known.forkDigest,
    integrationSettings: known.integrationSettings,
    peerTypes: known.peerTypes,
    maintenance: state.maintenance ?? null,
    techEmails: state.techEmails ?? [],
    tasks: state.tasks ?? [],
  };
};

/** The sign of life of a maker comes and goes without an event. */
const isSteady = ({ ownership }: Pick<ServiceFacts, 'ownership'>): boolean => ownership?.state !== 'making';

/** What is left of a terminated service. */
export const describeTerminated = (state: ServiceState, terminatedAt: EpochMs): TerminatedFacts => ({
  project: state.project,
  service: state.service,
  type: state.type,
  terminatedAt,
  backupsKeptUntil: terminatedAt + keptAfterTermination,
  ...(state.removed === undefined ? {} : { removed: true }),
  ...madeBy(state),
});

const madeBy = ({ origin, ownership }: ServiceState): Pick<TerminatedFacts, 'madeBy'> => {
  const maker = ownership?.owner?.label ?? origin;
  return maker === null ? {} : { madeBy: { stack: maker.stack, path: maker.path } };
};

/** Where a fork came from, without what only the log needs. */
export const describeLineage = ({ sourcePosition: _position, depth: _depth, ...lineage }: ForkSource): Lineage =>
  lineage;

/** Length of a report, and the time between its points. @see BTAR report, our inference from the ordinary metrics */
const periods = {
  hour: { lengthMs: hourMs, everyMs: 30_000 },
  day: { lengthMs: dayMs, everyMs: 5 * 60_000 },
  week: { lengthMs: 7 * dayMs, everyMs: 30 * 60_000 },
  month: { lengthMs: 30 * dayMs, everyMs: 3 * hourMs },
  year: { lengthMs: 365 * dayMs, everyMs: dayMs },
} as const satisfies Record<LagPeriod, unknown>;

/** The lag of the second region over a period that ends at `now`, oldest first; only while there was a copy. */
export const lagReportAt = (
  registry: RegistryState,
  state: ServiceState,
  type: ServiceType | undefined,
  { period, now }: { readonly period: LagPeriod; readonly now: EpochMs },
): readonly LagSample[] => {
  const { cloud, changedAt } = state.region;
  if (cloud === null) return [];
  return listInstants(period, now).flatMap((at) => {
    if (at < (changedAt ?? 0)) return [];
    const { lagSeconds } = backupViewAt(registry, state, type, at).region;
    return lagSeconds === null ? [] : [{ at, lagSeconds }];
  });
};

/** How the data of a service grew over a period that ends at `now`, oldest first; only from its creation on. */
export const sizeReportAt = (state: ServiceState, period: LagPeriod, now: EpochMs): readonly SizeSample[] =>
  listInstants(period, now)
    .filter((at) => at >= state.createdAt)
    .map((at) => ({ at, dataSizeMb: sizeMbAt(state, at) }));

const listInstants = (period: LagPeriod, now: EpochMs): readonly EpochMs[] => {
  const { lengthMs, everyMs } = periods[period];
  const points = Math.floor(lengthMs / everyMs);
  return Array.from({ length: points + 1 }, (_, index) => now - (points - index) * everyMs);
};
