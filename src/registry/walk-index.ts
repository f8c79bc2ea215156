import { byCodeUnit, type IndexEntry, type ServiceId } from '../domain';
import { findView, viewKeys } from './read-views';
import type { PageOrder, PagePosition } from './page-query';
import { decodeOwn } from './store/codec';
import type { StoreReader, ViewPage } from './store/event-store';

/** What a walk comes by. */
export interface Walked {
  readonly id: ServiceId;
  /** Its entry in the index, or in its place its state, as the store has it. */
  readonly found: IndexEntry | string;
}

interface Walk {
  readonly projects: readonly string[];
  readonly order: PageOrder;
  readonly after: PagePosition | undefined;
  /** How many of them are likely to be asked for. */
  readonly limit: number;
  /** All that are walked by are likely to be shown: by name, their states are read in place of their entries. */
  readonly whole: boolean;
}

/** Live services of these projects in an order, after a position: read as far as somebody goes. */
export const walkIndex = (reader: StoreReader, walk: Walk): Iterable<Walked> => {
  const { order } = walk;
  const projects = [...new Set(walk.projects)].sort(byCodeUnit);
  const sorted = { ...walk, projects: order.descending ? projects.reverse() : projects };
  return order.by === 'name' ? walkByName(reader, sorted) : walkByCreation(reader, sorted);
};

/** Most views that are read at a time. */
const chunk = 200;

/** Views of a prefix after a key, some at a time: more each time. */
function* viewsAfter(reader: StoreReader, page: Omit<ViewPage, 'limit'>, first: number) {
  let [after, limit] = [page.after, Math.min(chunk, first)];
  for (;;) {
    const views = reader.viewPage({ ...page, after, limit });
    yield* views;
    const last = views.at(-1);
    if (last === undefined || views.length < limit) return;
    [after, limit] = [last.key, Math.min(chunk, limit * 2)];
  }
}

function* walkByName(
  reader: StoreReader,
  { projects, order: { descending }, after, limit, whole }: Walk,
): Iterable<Walked> {
  for (const project of projects) {
    const order = after === undefined ? 0 : byCodeUnit(project, after.project) * (descending ? -1 : 1);
    if (order < 0) continue;
    const prefix = viewKeys.indexOf(project);
    const from = after === undefined || order > 0 ? undefined : viewKeys.indexed(after);
    const page = { prefix, after: from, descending, beside: whole ? viewKeys.servicesOf(project) : undefined };
    for (const { key, body, beside: stored } of viewsAfter(reader, page, limit)) {
      const id = { project, service: key.slice(prefix.length) };
      yield { id, found: stored ?? decodeOwn<IndexEntry>(body) };
    }
  }
}

/** The projects are merged: each has its own index, so that whoever sees some of them learns nothing of the others. */
function* walkByCreation(reader: StoreReader, walk: Walk): Iterable<Walked> {
  const { projects, order } = walk;
  const sign = order.descending ? -1 : 1;
  const limit = Math.max(2, Math.ceil(chunk / Math.max(1, projects.length)));
  const heads = projects.flatMap((project) => {
    const services = createdIn(reader, project, walk, limit);
    const head = services.next();
    return head.done === true ? [] : [{ services, next: head.value }];
  });
  while (heads.length > 0) {
    const first = heads.reduce((best, head) => (compare(head.next, best.next) * sign < 0 ? head : best));
    yield first.next;
    const next = first.services.next();
    if (next.done === true) heads.splice(heads.indexOf(first), 1);
    else first.next = next.value;
  }
}

/** One of a walk by creation. */
interface Created extends Walked {
  readonly found: IndexEntry;
}

const compare = (a: Created, b: Created): number =>
  a.found.createdAt - b.found.createdAt || byCodeUnit(a.id.project, b.id.project);

function* createdIn(
  reader: StoreReader,
  project: string,
  { order: { descending }, after }: Walk,
  limit: number,
): Generator<Created, void> {
  const prefix = viewKeys.createdIn(project);
  const page = { prefix, after: after && keyAfter(project, after), descending };
  for (const { key, body } of viewsAfter(reader, page, limit)) {
    const service = key.slice(viewKeys.created({ project, service: '', createdAt: 0 }).length);
    const id = { project, service };
    const entry = findView<IndexEntry>(reader, viewKeys.indexed(id));
    if (entry !== undefined) yield { id, found: { ...entry, createdAt: decodeOwn<number>(body) } };
  }
}

/** Of those that were created at the same instant, the ones of later projects come after. */
const keyAfter = (project: string, { createdAt, ...after }: PagePosition): string => {
  const order = byCodeUnit(project, after.project);
  const service = order > 0 ? '' : order < 0 ? '\u{10ffff}' : after.service;
  return viewKeys.created({ project, service, createdAt });
};
