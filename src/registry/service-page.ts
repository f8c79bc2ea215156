import {
  asksForLater,
  filterableOf,
  matchesFilter,
  serviceKey,
  type Catalogue,
  type EpochMs,
  type IndexEntry,
  type ServiceFilter,
  type ServiceId,
} from '../domain';
import { describeLineage } from './describe-service';
import type { KeptServices } from './kept-services';
import { ownershipAt, type SignsOfLife } from './ownership';
import type { PagePosition, PageQuery } from './page-query';
import { readProjects, viewKeys } from './read-views';
import type { PagedService, ServicePage } from './registry';
import { listPhases, standingAt } from './schedule/lifecycle';
import { keptBackupsAt, pickTraits } from './schedule/locations';
import { steadyUntil } from './schedule/steady';
import { withIndex } from './service-index';
import type { ServiceState } from './state';
import { decodeOwn } from './store/codec';
import { walkIndex, type Walked } from './walk-index';
import type { StoreReader } from './store/event-store';

/** How many entries of the index one page looks at. */
const mostLooks = 5_000;
/** What it takes to derive the state and the second region of a service, in looks. */
const laterLooks = 10;

interface PageView extends SignsOfLife {
  readonly reader: StoreReader;
  readonly catalogue: Catalogue;
  readonly now: EpochMs;
}

/** One page of live services. */
export const servicePageAt = (
  view: PageView,
  kept: KeptServices,
  { filter, limit, ...query }: PageQuery,
): ServicePage => {
  const reader = withIndex(view.reader);
  const projects = query.projects ?? readProjects(reader).map(({ name }) => name);
  const services: PagedService[] = [];
  let [looks, last]: [number, Walked | undefined] = [0, undefined];
  const ended = (next: PagePosition | undefined): ServicePage => ({
    version: reader.eventCount(),
    now: view.now,
    services,
    next,
  });
  kept.under(reader.view(viewKeys.registry));
  const asksLater = asksForLater(filter);
  const whole = filter.words.length === 0 && filter.values.size === 0;
  for (const one of walkIndex(reader, { ...query, projects, limit: limit + 1, whole })) {
    if (last !== undefined && (services.length >= limit || looks >= mostLooks)) return ended(positionOf(last));
    looks += 1;
    last = one;
    const { id, found: entry } = one;
    if (typeof entry !== 'string' && !matchesFilter(filter, filterableOf(id, entry))) continue;
    const found = find(view, kept, id, typeof entry === 'string' ? entry : reader.view(viewKeys.service(id)));
    if (found === undefined) continue;
    if (typeof entry === 'string' || !asksLater || matchesLater(filter, entry, found)) services.push(found);
    if (asksLater) looks += laterLooks;
  }
  return ended(undefined);
};

const matchesLater = (filter: ServiceFilter, entry: IndexEntry, { facts }: PagedService): boolean =>
  matchesFilter(filter, filterableOf(facts, entry, { state: facts.state, region: facts.backupRegion.cloud }));

const positionOf = ({ id, found }: Walked): PagePosition => {
  const { createdAt } = typeof found === 'string' ? decodeOwn<ServiceState>(found) : found;
  return { ...id, createdAt };
};

const find = (view: PageView, kept: KeptServices, id: ServiceId, stored: string | undefined) => {
  if (stored === undefined) return undefined;
  return kept.find(serviceKey(id), stored, view.now) ?? describe(view, kept, stored);
};

const describe = (view: PageView, kept: KeptServices, stored: string): PagedService => {
  const { registry, now } = view;
  const state = decodeOwn<ServiceState>(stored);
  const type = view.catalogue.serviceTypes.get(state.type);
  const standing = standingAt(registry, state, now);
  const backups = keptBackupsAt(registry, state, type, now);
  const ownership = ownershipAt(view, state);
  const facts = {
    project: state.project,
    service: state.service,
    incarnation: state.incarnation,
    type: state.type,
    plan: state.plan.name,
    cloud: state.cloud,
    state: standing.state,
    createdAt: state.createdAt,
    terminationProtection: state.terminationProtection,
    lineage: state.fork === null ? null : describeLineage(state.fork),
    replicaOf: state.replicaOf === null ? null : serviceKey(state.replicaOf),
    ownership,
    windows: backups.windows,
    backupRegion: backups.region,
  };
  const newestBackupAt = backups.kept.at(-1)?.completedAt ?? null;
  const paged = { facts, phases: listPhases(standing), newestBackupAt, backupCount: backups.kept.length };
  // The lag of a second region changes with every moment, and a maker's sign of life comes and goes without an event.
  if (state.region.cloud === null && ownership.state !== 'making') {
    const until = () => steadyUntil(registry, state, pickTraits(type), backups.kept, now);
    kept.keep(serviceKey(state), { stored, from: now, until, paged });
  }
  return paged;
};
