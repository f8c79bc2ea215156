import {
  asksForState,
  matchesFilter,
  matchesState,
  type Catalogue,
  type EpochMs,
  type IndexedService,
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
/** What it takes to derive the state of a service, in looks. */
const stateLooks = 10;

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
  for (const entry of walkIndex(reader, { ...query, projects, limit: limit + 1 })) {
    if (last !== undefined && (services.length >= limit || looks >= mostLooks)) return ended(positionOf(last));
    looks += 1;
    last = entry;
    if (!matchesFilter(filter, entry)) continue;
    const found = describe(view, reader, entry);
    if (found !== undefined && matchesState(filter, found.facts.state)) services.push(found);
    if (asksForState(filter)) looks += stateLooks;
  }
  return ended(undefined);
};

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
