import { serviceKey, type IndexEntry } from '../domain';
import { listForkViews } from './fork-index';
import { readServices, viewKeys } from './read-views';
import type { ServiceState } from './state';
import { decodeOwn } from './store/codec';
import { withBeside, type StoreReader, type StoreWriter, type View, type ViewPage } from './store/event-store';

/** What pages of services are chosen by, kept for each live service under its name; undefined: it is not live. Never throws. */
export const indexEntry = (state: ServiceState | undefined): IndexEntry | undefined => {
  if (state?.terminatedAt !== null) return undefined;
  const { type, plan, cloud, createdAt, fork, ownership } = state;
  const owner = ownership?.owner;
  return {
    type,
    plan: plan.name,
    cloud,
    createdAt,
    ...(fork === null ? {} : { source: serviceKey({ project: fork.sourceProject, service: fork.sourceService }) }),
    ...(owner ? { owner: { id: owner.id, stack: owner.label.stack, path: owner.label.path } } : {}),
  };
};

/** Whether a change of a service leaves its entry as it was. Never throws. */
export const keepsEntry = (before: ServiceState | undefined, after: ServiceState): boolean =>
  before?.incarnation === after.incarnation &&
  before.terminatedAt === after.terminatedAt &&
  before.plan === after.plan &&
  before.cloud === after.cloud &&
  before.ownership === after.ownership;

const listViews = (states: readonly ServiceState[]): readonly View[] =>
  states.flatMap((state) => {
    const entry = indexEntry(state);
    if (entry === undefined) return [];
    return [
      { key: viewKeys.indexed(state), body: JSON.stringify(entry) },
      { key: viewKeys.created(state), body: String(state.createdAt) },
    ];
  });

/** A file of before there was an index has none until its first change: it is made here, once. */
export const keepIndex = (writer: StoreWriter): void => {
  if (writer.view(viewKeys.createds) !== undefined) return;
  const views = [...listViews(readServices(writer, viewKeys.services)), ...listForkViews(writer)];
  for (const { key, body } of views) writer.putView(key, body);
  writer.putView(viewKeys.createds, '0');
};

/** The same store, with the index that a file of before does not have yet. */
export const withIndex = (reader: StoreReader): StoreReader => {
  if (reader.view(viewKeys.createds) !== undefined) return reader;
  const listed = [...listViews(readServices(reader, viewKeys.services)), ...listForkViews(reader)];
  const views = listed.sort((a, b) => (a.key < b.key ? -1 : 1));
  const bodies = new Map(views.map(({ key, body }) => [key, body]));
  const isAsked = ({ key }: View, { prefix, after, descending }: ViewPage): boolean =>
    key.startsWith(prefix) && (after === undefined || (descending ? key < after : key > after));
  return {
    ...reader,
    view: (key) => bodies.get(key) ?? reader.view(key),
    viewPage: (page) =>
      withBeside(
        (page.descending ? [...views].reverse() : views).filter((view) => isAsked(view, page)).slice(0, page.limit),
        page,
        (key) => reader.view(key),
      ),
  };
};

/** Live services of a project, by name, after a name. */
export const readServicesAfter = (
  stored: StoreReader,
  project: string,
  after: string | undefined,
  limit: number,
): readonly ServiceState[] => {
  const prefix = viewKeys.indexOf(project);
  const reader = withIndex(stored);
  const from = after === undefined ? undefined : viewKeys.indexed({ project, service: after });
  return reader
    .viewPage({ prefix, after: from, limit, descending: false, beside: viewKeys.servicesOf(project) })
    .flatMap(({ beside }) => (beside === undefined ? [] : [decodeOwn<ServiceState>(beside)]));
};
