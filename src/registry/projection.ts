import { serviceKey, type IndexEntry, type IntegrationFacts } from '../domain';
import { drawAll } from './drawn';
import { isServiceEvent } from './events';
import type { EventEnvelope, IntegrationEnd, IntegrationRecord, ProjectEvent, RegistryEvent } from './events';
import type { DatedRecord, EndpointRecord, PlainRecord } from './records';
import { evolveProject, evolveRegistry } from './evolve';
import { evolveService } from './evolve-service';
import { forkView } from './fork-index';
import { viewKeys } from './read-views';
import { indexEntry, keepsEntry } from './service-index';
import { findRemovalAt } from './schedule/removal';
import type { ProjectState, RegistryState, ServiceState } from './state';
import { decodeOwn } from './store/codec';
import type { StoreWriter, ViewStore } from './store/event-store';

/** Brings the views in step with events just appended, in their order; each view touched is read and written once. */
export const projectEvents = (store: ViewStore, envelopes: readonly Pick<EventEnvelope, 'at' | 'event'>[]): void => {
  const views = openViews(store);
  for (const { at, event } of envelopes) project(views, event, at);
  views.flush();
};

const rebuildPage = 5_000;

/** Throws all views away and makes them again from the log. */
export const rebuildViews = (store: ViewStore & Pick<StoreWriter, 'views' | 'allEvents'>): void => {
  for (const { key } of store.views('')) store.dropView(key);
  const views = openViews(store);
  for (let after = 0; ;) {
    const page = store.allEvents(after, rebuildPage);
    for (const { envelope } of page) project(views, envelope.event, envelope.at);
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.position;
  }
  views.flush();
};

/** Views of one kind that are being changed: read when first needed, written at the end. */
interface Drafts<T> {
  get(key: string): T | undefined;
  set(key: string, value: T | undefined): void;
}

type Views = ReturnType<typeof openViews>;

const openViews = (store: ViewStore) => {
  const flushes: (() => void)[] = [];
  const drafts = <T>(): Drafts<T> => {
    const values = new Map<string, T | undefined>();
    const changed = new Set<string>();
    flushes.push(() => {
      for (const key of changed) {
        const value = values.get(key);
        if (value === undefined) store.dropView(key);
        else store.putView(key, JSON.stringify(value));
      }
    });
    return {
      get: (key) => {
        if (!values.has(key)) {
          const body = store.view(key);
          values.set(key, body === undefined ? undefined : decodeOwn<T>(body));
        }
        return values.get(key);
      },
      set: (key, value) => {
        values.set(key, value);
        changed.add(key);
      },
    };
  };
  const views = {
    registry: drafts<RegistryState>(),
    projects: drafts<ProjectState>(),
    services: drafts<ServiceState>(),
    integrations: drafts<IntegrationRecord>(),
    endpoints: drafts<EndpointRecord>(),
    records: drafts<DatedRecord>(),
    lives: drafts<true>(),
    removals: drafts<number>(),
    index: drafts<IndexEntry>(),
    created: drafts<number>(),
    forks: drafts<true>(),
    free: drafts<readonly string[]>(),
  };
  return { ...views, flush: () => flushes.forEach((flush) => flush()) };
};

const project = (views: Views, event: RegistryEvent, at: number): void => {
  if (isServiceEvent(event)) {
    const key = viewKeys.service(event);
    const before = views.services.get(key);
    const after = withDrawn(views, before, evolveService(before, event, at));
    views.services.set(key, after);
    if (isLive(before) !== isLive(after)) views.lives.set(viewKeys.live(event), isLive(after) ? true : undefined);
    projectFree(views, before, after);
    projectIndex(views, before, after);
    const fork = forkView(event, at);
    if (fork !== undefined) views.forks.set(fork.key, true);
    const removalAt = findRemovalAt(after);
    if (removalAt !== (before === undefined ? null : findRemovalAt(before))) {
      views.removals.set(viewKeys.removal(event), removalAt ?? undefined);
    }
  } else if ('project' in event) {
    const key = viewKeys.project(event.project);
    const before = views.projects.get(key);
    const after = evolveProject(before, event);
    if (after !== before) views.projects.set(key, after);
    if ('integration' in event) projectIntegration(views, event);
    else if ('record' in event) projectRecord(views, { ...event, scope: event.project }, at);
    else if ('endpoint' in event) {
      const deleted = event.type === 'EndpointDeleted';
      views.endpoints.set(viewKeys.endpoint(event.endpoint), deleted ? undefined : event.endpoint);
    }
  } else {
    if (event.type === 'RegistryInitialized') {
      views.removals.set(viewKeys.removals, 0);
      views.created.set(viewKeys.createds, 0);
    }
    if ('record' in event) projectRecord(views, { ...event, scope: '' }, at);
    views.registry.set(viewKeys.registry, evolveRegistry(views.registry.get(viewKeys.registry), event, at));
  }
};

/** Each life of a name is drawn anew. */
const withDrawn = (views: Views, before: ServiceState | undefined, after: ServiceState): ServiceState => {
  if (before?.incarnation === after.incarnation) return after;
  const registry = views.registry.get(viewKeys.registry);
  return registry === undefined ? after : { ...after, drawn: drawAll(registry, after) };
};

const projectRecord = (
  views: Views,
  { type, record, scope }: { readonly type: string; readonly record: PlainRecord; readonly scope: string },
  at: number,
): void => {
  const key = viewKeys.record(scope, record);
  const createdAt = views.records.get(key)?.createdAt ?? at;
  views.records.set(key, type.endsWith('Kept') ? { ...record, createdAt, changedAt: at } : undefined);
};

const isLive = (state: ServiceState | undefined): boolean => state?.terminatedAt === null;

const isFree = (state: ServiceState | undefined): boolean => isLive(state) && state?.plan.tier === 'free';

const projectFree = (views: Views, before: ServiceState | undefined, after: ServiceState): void => {
  if (isFree(before) === isFree(after)) return;
  const organization = views.projects.get(viewKeys.project(after.project))?.organization ?? '';
  const key = viewKeys.free(organization, after.type);
  const others = (views.free.get(key) ?? []).filter((name) => name !== serviceKey(after));
  const names = isFree(after) ? [...others, serviceKey(after)] : others;
  views.free.set(key, names.length === 0 ? undefined : names);
};

const projectIndex = (views: Views, before: ServiceState | undefined, after: ServiceState): void => {
  if (keepsEntry(before, after)) return;
  views.index.set(viewKeys.indexed(after), indexEntry(after));
  if (isLive(before) !== isLive(after))
    views.created.set(viewKeys.created(after), isLive(after) ? after.createdAt : undefined);
};

type IntegrationEvent = Extract<ProjectEvent, { readonly integration: IntegrationRecord }>;

const projectIntegration = (views: Views, event: IntegrationEvent): void => {
  const { integration } = event;
  const exists = event.type !== 'IntegrationDeleted';
  views.integrations.set(viewKeys.integration(integration.id), exists ? integration : undefined);
  if (event.type === 'IntegrationChanged') return;
  const ends = [
    { own: integration.source, peer: integration.destination, end: 'source' },
    { own: integration.destination, peer: integration.source, end: 'destination' },
  ] as const;
  for (const { own, peer, end } of ends) {
    if (own.kind !== 'service') continue;
    const key = viewKeys.service(own);
    const state = views.services.get(key);
    if (state === undefined) continue;
    const others = state.integrations.filter(({ id }) => id !== integration.id);
    const entry: IntegrationFacts = {
      id: integration.id,
      type: integration.integrationType,
      end,
      peer: peerName(peer),
    };
    views.services.set(key, { ...state, integrations: exists ? [...others, entry] : others });
  }
};

const peerName = (end: IntegrationEnd): string => (end.kind === 'service' ? serviceKey(end) : end.name);
