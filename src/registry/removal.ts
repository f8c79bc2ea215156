import { BugError, once, serviceKey } from '../domain';
import type { EpochMs } from '../domain';
import { appendEvents } from './append';
import type { IntegrationRecord, ProjectEvent, RegistryEvent } from './events';
import { projectEvents } from './projection';
import { readIntegration, readService, readServices, viewKeys } from './read-views';
import { parseReference } from './reference';
import { findRemovalAt } from './schedule/removal';
import { identify, type ServiceState } from './state';
import { decodeOwn } from './store/codec';
import { withBeside, type StoreReader, type StoreWriter, type View } from './store/event-store';

/** What ends together with a service: its integrations. Never throws. */
export const endedWith = (
  state: ServiceState,
  integrationOf: (id: string) => IntegrationRecord | undefined,
): readonly ProjectEvent[] =>
  state.integrations.flatMap(({ id }): readonly ProjectEvent[] => {
    const integration = integrationOf(id);
    return integration === undefined ? [] : [{ type: 'IntegrationDeleted', project: integration.project, integration }];
  });

/**
 * Ends what has been powered off for too long: by the clock, so it is noted with the first command after that, and every read before
 * sees it too. Inside the caller's transaction.
 */
export const removeDue = (writer: StoreWriter, now: EpochMs): void => {
  for (const mark of pickDue(keptMarks(writer) ?? markAll(writer), now))
    appendEvents(writer, makeRemoval(writer, mark), now);
};

const markAll = (writer: StoreWriter): readonly Mark[] => {
  const marks = markRemovals(readServices(writer, viewKeys.services));
  for (const { key, at } of marks) writer.putView(`${viewKeys.removals}${key}`, JSON.stringify(at));
  writer.putView(viewKeys.removals, '0');
  return marks;
};

/** A store as it is at an instant, worked out when it is asked for. */
export interface Settled {
  /** Once what is due has ended; the store itself when nothing is. Writes nothing. */
  readonly reader: StoreReader;
  /** When the next service is removed, as it stands; Infinity: none is. */
  readonly nextRemovalAt: EpochMs;
}

/** What an instant makes of a store. */
export const settledAt = (stored: StoreReader, now: EpochMs): (() => Settled) =>
  once(() => {
    const marks = keptMarks(stored) ?? markRemovals(readServices(stored, viewKeys.services));
    const later = marks.filter(({ at }) => at > now);
    return {
      reader: settledReader(stored, pickDue(marks, now), now),
      nextRemovalAt: Math.min(Infinity, ...later.map(({ at }) => at)),
    };
  });

const settledReader = (reader: StoreReader, due: readonly Mark[], now: EpochMs): StoreReader => {
  if (due.length === 0) return reader;
  const changed = new Map<string, string | undefined>();
  const view = (key: string) => (changed.has(key) ? changed.get(key) : reader.view(key));
  const asChanged = ({ key, body: stored }: View): readonly View[] => {
    const body = changed.has(key) ? changed.get(key) : stored;
    return body === undefined ? [] : [{ key, body }];
  };
  const views: StoreReader['views'] = (prefix) => reader.views(prefix).flatMap(asChanged);
  const viewPage: StoreReader['viewPage'] = (page) => {
    const kept: View[] = [];
    for (let { after } = page; ;) {
      const found = reader.viewPage({ ...page, after, beside: undefined });
      kept.push(...found.flatMap(asChanged));
      if (found.length < page.limit || kept.length >= page.limit)
        return withBeside(kept.slice(0, page.limit), page, view);
      after = found.at(-1)?.key;
    }
  };
  const settled: StoreReader = { ...reader, view, views, viewPage, countViews: (prefix) => views(prefix).length };
  for (const mark of due) {
    const events = makeRemoval(settled, mark).map((event) => ({ at: now, event }));
    const dropView = (name: string) => void changed.set(name, undefined);
    projectEvents({ view, putView: (name, body) => void changed.set(name, body), dropView }, events);
  }
  return settled;
};

interface Mark {
  /** `project/service`. */
  readonly key: string;
  readonly at: EpochMs;
}

/** A file of 0.1.0 has no marks before its first change, undefined: then every service is looked at. */
const keptMarks = (reader: StoreReader): readonly Mark[] | undefined => {
  const views = reader.views(viewKeys.removals);
  if (!views.some(({ key }) => key === viewKeys.removals)) return undefined;
  return views.flatMap(({ key, body }) =>
    key === viewKeys.removals ? [] : [{ key: key.slice(viewKeys.removals.length), at: decodeOwn<number>(body) }],
  );
};

const markRemovals = (states: readonly ServiceState[]): readonly Mark[] =>
  states.flatMap((state) => {
    const at = findRemovalAt(state);
    return at === null ? [] : [{ key: serviceKey(state), at }];
  });

const pickDue = (marks: readonly Mark[], now: EpochMs): readonly Mark[] =>
  marks.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);

const makeRemoval = (reader: StoreReader, { key, at }: Mark): readonly RegistryEvent[] => {
  const state = readService(reader, parseReference(key));
  if (state === undefined) throw new BugError(`Service ${key} is marked to be removed, and is not there.`);
  return [
    ...endedWith(state, (id) => readIntegration(reader, id)),
    { type: 'ServiceRemoved', ...identify(state), removedAt: at },
  ];
};
