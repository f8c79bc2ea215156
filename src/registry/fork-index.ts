import type { EpochMs } from '../domain';
import { instanceKey, forkedFrom } from './events';
import type { InstanceId, RegistryEvent } from './events';
import type { Descendant } from './lives';
import { viewKeys } from './read-views';
import { parseReference } from './reference';
import type { StoreReader, View } from './store/event-store';

/** The mark of a fork under its source; undefined: the event makes none. Never throws. */
export const forkView = (event: RegistryEvent, at: EpochMs): View | undefined => {
  if (event.type !== 'ServiceForked') return undefined;
  const source = instanceKey(forkedFrom(event.source));
  return { key: viewKeys.fork({ source, instance: instanceKey(event), at }), body: 'true' };
};

const chunk = 5_000;

/** The marks of all forks that the log tells of, for a file that does not keep them yet. */
export const listForkViews = (reader: Pick<StoreReader, 'allEvents'>): readonly View[] => {
  const views: View[] = [];
  for (let after = 0; ;) {
    const page = reader.allEvents(after, chunk);
    views.push(...page.flatMap(({ envelope: { event, at } }) => forkView(event, at) ?? []));
    const last = page.at(-1);
    if (last === undefined) return views;
    after = last.position;
  }
};

/** Most descendants that are looked for. */
const mostDescendants = 10_000;

/** The forks of a service, each with its own behind it, the older ones first; at most 10,000 of them, gone ones among them. */
export const listDescendants = (reader: StoreReader, of: InstanceId): readonly Descendant[] => {
  const found: Descendant[] = [];
  const forksOf = (parent: InstanceId, depth: number): readonly Descendant[] => {
    const prefix = viewKeys.forksOf(instanceKey(parent));
    const views = reader.viewPage({ prefix, after: undefined, descending: false, limit: mostDescendants });
    return views.map(({ key }) => ({ ...parseInstance(key.slice(prefix.length + 16)), parent, depth }));
  };
  const open = [...forksOf(of, 1)].reverse();
  for (let next = open.pop(); next !== undefined && found.length < mostDescendants; next = open.pop()) {
    found.push(next);
    open.push(...[...forksOf(next, next.depth + 1)].reverse());
  }
  return found;
};

/** The service that `project/service#incarnation` names. Never throws. */
const parseInstance = (instance: string): InstanceId => {
  const [reference = '', incarnation = ''] = instance.split('#', 2);
  return { ...parseReference(reference), incarnation: Number(incarnation) };
};
