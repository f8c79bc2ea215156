import {
  asksForLater,
  filterableOf,
  matchesFilter,
  type Catalogue,
  type EpochMs,
  type IndexedService,
  type ServiceFilter,
} from '../domain';
import { shownFactsAt } from './describe-service';
import type { SignsOfLife } from './ownership';
import type { PagePosition, PageQuery } from './page-query';
import { readProjects, readService } from './read-views';
import type { PagedService, ServicePage } from './registry';
import { listPhases, standingAt } from './schedule/lifecycle';
import { withIndex } from './service-index';
import { walkIndex } from './walk-index';
import type { StoreReader } from './store/event-store';

/** How many entries of the index one page looks at. */
const mostLooks = 5_000;
/** What it takes to derive the state and the second region of a service, in looks. */
const laterLooks = 10;

/** One page of live services. */
export const servicePageAt = (
  view: SignsOfLife & { readonly reader: StoreReader; readonly catalogue: Catalogue; readonly now: EpochMs },
  { filter, limit, ...query }: PageQuery,
): ServicePage => {
  const reader = withIndex(view.reader);
  const projects = query.projects ?? readProjects(reader).map(({ name }) => name);
  const services: PagedService[] = [];
  let [looks, last]: [number, IndexedService | undefined] = [0, undefined];
  const ended = (next: PagePosition | undefined): ServicePage => ({
    version: reader.eventCount(),
    now: view.now,
    services,
    next,
  });
  const asksLater = asksForLater(filter);
  for (const entry of walkIndex(reader, { ...query, projects, limit: limit + 1 })) {
    if (last !== undefined && (services.length >= limit || looks >= mostLooks)) return ended(positionOf(last));
    looks += 1;
    last = entry;
    if (!matchesFilter(filter, filterableOf(entry))) continue;
    const found = describe(view, reader, entry);
    if (found !== undefined && (!asksLater || matchesLater(filter, entry, found))) services.push(found);
    if (asksLater) looks += laterLooks;
  }
  return ended(undefined);
};

const matchesLater = (filter: ServiceFilter, entry: IndexedService, { facts }: PagedService): boolean =>
  matchesFilter(filter, filterableOf(entry, { state: facts.state, region: facts.backupRegion.cloud }));

const positionOf = ({ project, service, createdAt }: IndexedService): PagePosition => ({ project, service, createdAt });

const describe = (
  view: SignsOfLife & { readonly catalogue: Catalogue; readonly now: EpochMs },
  reader: StoreReader,
  entry: IndexedService,
): PagedService | undefined => {
  const state = readService(reader, entry);
  if (state === undefined) return undefined;
  return {
    facts: shownFactsAt(view, state, view.catalogue.serviceTypes.get(state.type), view.now),
    phases: listPhases(standingAt(view.registry, state, view.now)),
  };
};
