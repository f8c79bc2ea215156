import { rebuildViews } from './projection';
import { viewKeys } from './read-views';
import type { ServiceState } from './state';
import { decodeOwn } from './store/codec';
import type { EventStore, StoreReader } from './store/event-store';

/** Something in a store that is not as it was written. */
export interface StoreFault {
  /** `views` can be made again from the log; the others cannot. */
  readonly of: 'pages' | 'log' | 'views';
  /** Half a sentence. */
  readonly text: string;
}

/**
 * Looks through a whole store: its pages; the log, whose versions have no gaps and whose instants never go back; and the views, which
 * are what a replay of the log makes. What is well-formed and wrong in a row of a service is not seen. Never throws.
 */
export const findFaults = (store: EventStore): readonly StoreFault[] => {
  const pages = faultsOf('pages', () => store.pageFaults());
  const log = faultsOf('log', () => store.read(findLogFaults));
  if (log.length > 0) return [...pages, ...log];
  return [...pages, ...faultsOf('views', () => store.read(findViewFaults))];
};

const faultsOf = (of: StoreFault['of'], find: () => readonly string[]): readonly StoreFault[] => {
  try {
    return find().map((text) => ({ of, text }));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    // Only a log that is read can be replayed: what fails then is the replay of it.
    return [{ of: of === 'views' ? 'log' : of, text: `the ${of} cannot be read: ${why}` }];
  }
};

const pageSize = 5_000;
/** Most faults of one kind that are told. */
const mostFaults = 20;

const findLogFaults = (reader: StoreReader): readonly string[] => {
  const versions = new Map<string, number>();
  const faults: string[] = [];
  let [position, at] = [0, -Infinity];
  for (;;) {
    const page = reader.allEvents(position, pageSize);
    for (const { position: next, envelope } of page) {
      const { stream, version, event } = envelope;
      const before = versions.get(stream) ?? 0;
      const name = `event ${next}`;
      if (next !== position + 1) faults.push(`${name} comes after ${position}: those between are missing`);
      if (version !== before + 1) faults.push(`${name} has version ${version} of ${stream} after ${before}`);
      if (envelope.at < at) faults.push(`${name} happened before the one that it follows`);
      if (next === 1 && event.type !== 'RegistryInitialized') faults.push(`${name} is ${event.type}: no beginning`);
      versions.set(stream, version);
      [position, at] = [next, envelope.at];
      if (faults.length >= mostFaults) return faults;
    }
    if (page.length === 0) return position === 0 ? ['it is empty: no registry was founded'] : faults;
  }
};

const findViewFaults = (reader: StoreReader): readonly string[] => {
  const replayed = replayViews(reader);
  const kept = new Map(reader.views('').map(({ key, body }) => [key, body]));
  const isOld = (key: string): boolean =>
    laterViews.some(({ mark, prefix }) => !kept.has(mark) && key.startsWith(prefix));
  const keys = [...new Set([...replayed.keys(), ...kept.keys()])].sort();
  return keys
    .filter((key) => kept.get(key) !== replayed.get(key) && !isOld(key) && !isUndrawn(key, kept, replayed))
    .map((key) => `${key} ${!kept.has(key) ? 'is missing' : replayed.has(key) ? 'differs from the log' : 'has no log'}`)
    .slice(0, mostFaults);
};

/** The view of a service of before: without what is drawn for one now, or without who might connect since when, as 0.1.0 wrote them. */
const isUndrawn = (key: string, kept: ReadonlyMap<string, string>, replayed: ReadonlyMap<string, string>): boolean => {
  const now = replayed.get(key);
  if (now === undefined || !key.startsWith(viewKeys.services)) return false;
  const undrawn = { ...decodeOwn<ServiceState>(now), drawn: undefined };
  const body = kept.get(key);
  return body === JSON.stringify(undrawn) || body === JSON.stringify({ ...undrawn, access: undefined });
};

/** Views that a file of before gets with its next change, and the mark that it has them. */
const laterViews = [
  { mark: viewKeys.removals, prefix: viewKeys.removals },
  { mark: viewKeys.createds, prefix: viewKeys.createds },
  { mark: viewKeys.createds, prefix: viewKeys.index },
  { mark: viewKeys.createds, prefix: viewKeys.forks },
];

const replayViews = (reader: StoreReader): ReadonlyMap<string, string> => {
  const views = new Map<string, string>();
  rebuildViews({
    views: () => [],
    view: (key) => views.get(key),
    putView: (key, body) => void views.set(key, body),
    dropView: (key) => void views.delete(key),
    allEvents: (after, limit) => reader.allEvents(after, limit),
  });
  return views;
};
