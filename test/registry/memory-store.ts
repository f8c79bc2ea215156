import type { EpochMs } from '../../src/domain';
import { findSubject } from '../../src/registry/events';
import type { EventEnvelope } from '../../src/registry/events';
import { StoreConflictError } from '../../src/registry/store/errors';
import {
  withBeside,
  type EventStore,
  type InstanceQuery,
  type LedgerSpan,
  type StoreReader,
  type StoreWriter,
} from '../../src/registry/store/event-store';

interface Contents {
  log: EventEnvelope[];
  streams: Map<string, EventEnvelope[]>;
  instances: Map<string, EventEnvelope[]>;
  views: Map<string, string>;
  signs: Map<string, EpochMs>;
  notes: Map<string, string>;
}

export interface MemoryStore extends EventStore {
  readonly contents: Contents;
}

/** A store in this process's memory, for tests; a copy of another one, if that is given. */
export const createMemoryStore = (other?: MemoryStore): MemoryStore => {
  const contents: Contents = other === undefined ? nothing() : copyOf(other.contents);
  const reader = readerOf(contents);
  let outer: (() => void)[] | undefined;
  return {
    contents,
    read: (work) => work(reader),
    write: (work) => {
      const undo: (() => void)[] = [];
      const around = outer;
      outer = undo;
      try {
        const result = work({ ...reader, ...writesOf(contents, undo) });
        around?.push(...undo);
        return result;
      } catch (error) {
        for (const step of undo.reverse()) step();
        throw error;
      } finally {
        outer = around;
      }
    },
    hold: () => ({ reader: readerOf(copyOf(contents)), release: () => undefined }),
    eventCount: () => contents.log.length,
    pageFaults: () => [],
    close: () => undefined,
  };
};

const nothing = (): Contents => ({
  log: [],
  streams: new Map(),
  instances: new Map(),
  views: new Map(),
  signs: new Map(),
  notes: new Map(),
});

const copyOf = ({ log, streams, instances, views, signs, notes }: Contents): Contents => {
  const lists = (all: Map<string, EventEnvelope[]>) => new Map([...all].map(([key, list]) => [key, [...list]]));
  return {
    log: [...log],
    streams: lists(streams),
    instances: lists(instances),
    views: new Map(views),
    signs: new Map(signs),
    notes: new Map(notes),
  };
};

const readerOf = (contents: Contents): StoreReader => ({
  streamVersion: (stream) => contents.streams.get(stream)?.length ?? 0,
  streamEvents: (stream) => [...(contents.streams.get(stream) ?? [])],
  newestEvents: (stream, beforeVersion, limit) => {
    const events = contents.streams.get(stream) ?? [];
    const newest: EventEnvelope[] = [];
    for (let index = Math.min(beforeVersion - 1, events.length) - 1; index >= 0 && newest.length < limit; index -= 1) {
      for (const envelope of events.slice(index, index + 1)) {
        if (findSubject(envelope.event)?.kind !== 'ledger') newest.push(envelope);
      }
    }
    return newest;
  },
  instanceEvents: (query) => (contents.instances.get(query.instance) ?? []).filter((envelope) => fits(envelope, query)),
  firstInstanceEvent: (instance) => contents.instances.get(instance)?.[0],
  ledgerEnd: (instance, untilAt) =>
    Math.max(
      0,
      ...ledgerOf(contents, { instance, after: 0, until: Infinity }).flatMap(({ at, version }) =>
        at <= untilAt ? [version] : [],
      ),
    ),
  ledgerCount: (span) => ledgerOf(contents, span).length,
  ledgerEvents: (span, { offset, limit, containing = '' }) =>
    ledgerOf(contents, span)
      .filter(({ event }) => JSON.stringify(event).includes(containing))
      .slice(offset, offset + limit),
  generatedEvents: (span) => ledgerOf(contents, span).filter(({ event }) => event.type === 'RowsGenerated'),
  allEvents: (after, limit) =>
    contents.log.slice(after, after + limit).map((envelope, index) => ({ position: after + index + 1, envelope })),
  eventCount: () => contents.log.length,
  newestAt: () => contents.log.at(-1)?.at ?? 0,
  view: (key) => contents.views.get(key),
  views: (prefix) =>
    [...contents.views]
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, body]) => ({ key, body }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  viewPage: (page) => {
    const { prefix, after, limit, descending } = page;
    const keys = [...contents.views.keys()].filter((key) => key.startsWith(prefix) && key !== prefix).sort();
    const ordered = descending ? keys.reverse() : keys;
    const views = ordered
      .filter((key) => after === undefined || (descending ? key < after : key > after))
      .slice(0, limit)
      .map((key) => ({ key, body: contents.views.get(key) ?? '' }));
    return withBeside(views, page, (key) => contents.views.get(key));
  },
  countViews: (prefix) => [...contents.views.keys()].filter((key) => key.startsWith(prefix)).length,
  sign: (instance) => contents.signs.get(instance),
  note: (key) => contents.notes.get(key),
});

const ledgerOf = (contents: Contents, { instance, after, until }: LedgerSpan): readonly EventEnvelope[] =>
  (contents.instances.get(instance) ?? []).filter(
    ({ version, event }) => version > after && version <= until && findSubject(event)?.kind === 'ledger',
  );

const fits = ({ at, version, event }: EventEnvelope, query: InstanceQuery): boolean =>
  at <= query.untilAt &&
  version <= query.untilVersion &&
  (query.kind === 'all' || findSubject(event)?.kind === query.kind);

const writesOf = (contents: Contents, undo: (() => void)[]): Omit<StoreWriter, keyof StoreReader> => {
  const setView = (key: string, body: string | undefined): void => {
    const before = contents.views.get(key);
    undo.push(() => (before === undefined ? contents.views.delete(key) : contents.views.set(key, before)));
    if (body === undefined) contents.views.delete(key);
    else contents.views.set(key, body);
  };
  return {
    append: ({ stream, expectedVersion, events }, at: EpochMs) => {
      const existing = listIn(contents.streams, stream);
      if (existing.length !== expectedVersion) {
        throw new StoreConflictError(stream, expectedVersion, existing.length);
      }
      for (const event of events) {
        const subject = findSubject(event);
        const lists = [contents.log, existing, ...(subject ? [listIn(contents.instances, subject.instance)] : [])];
        const envelope = { stream, version: existing.length + 1, at, event };
        for (const list of lists) list.push(envelope);
        undo.push(() => lists.forEach((list) => list.pop()));
      }
    },
    putView: setView,
    dropView: (key) => setView(key, undefined),
    putSign: (instance, wallAt) => {
      const before = contents.signs.get(instance);
      undo.push(() => (before === undefined ? contents.signs.delete(instance) : contents.signs.set(instance, before)));
      contents.signs.set(instance, wallAt);
    },
    putNote: (key, body) => {
      const before = contents.notes.get(key);
      undo.push(() => (before === undefined ? contents.notes.delete(key) : contents.notes.set(key, before)));
      contents.notes.set(key, body);
    },
    clear: () => {
      const before = { ...contents };
      undo.push(() => Object.assign(contents, before));
      Object.assign(contents, nothing());
    },
  };
};

const listIn = (map: Map<string, EventEnvelope[]>, key: string): EventEnvelope[] => {
  const existing = map.get(key);
  if (existing !== undefined) return existing;
  const created: EventEnvelope[] = [];
  map.set(key, created);
  return created;
};
