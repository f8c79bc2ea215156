import type { EpochMs } from '../../domain';
import type { EventEnvelope, RegistryEvent } from '../events';

/** Events for one stream, appended together; with no events only the version is checked. */
export interface Append {
  readonly stream: string;
  /** Version of the newest event that the writer knew; 0: it knew none. */
  readonly expectedVersion: number;
  readonly events: readonly RegistryEvent[];
}

/** Which events of one service are asked for. */
export interface InstanceQuery extends DataPoint {
  /** The many rows, the settings (everything else), or both. */
  readonly kind: 'settings' | 'ledger' | 'all';
}

/** A point in the history of one service: everything up to an instant and up to a version of its stream, both inclusive. */
export interface DataPoint {
  /** `project/service#incarnation`. */
  readonly instance: string;
  readonly untilAt: EpochMs;
  readonly untilVersion: number;
}

/** Its history as far as it goes. */
export const wholeLog = (instance: string): DataPoint => ({
  instance,
  untilAt: Number.MAX_SAFE_INTEGER,
  untilVersion: Number.MAX_SAFE_INTEGER,
});

/** A projection of the log that can be thrown away and made again: small JSON documents by key. */
export interface View {
  readonly key: string;
  readonly body: string;
  /** The body of the view of the same name that was read with it; absent: none was asked for, or there is none. */
  readonly beside?: string;
}

/** Which views of a prefix are asked for. */
export interface ViewPage {
  readonly prefix: string;
  /** The key that they come after; undefined: from the first on. */
  readonly after: string | undefined;
  readonly limit: number;
  readonly descending: boolean;
  /** What the keys of the views that are read with them begin with, in place of `prefix`; absent: none are. */
  readonly beside?: string | undefined;
}

/** Views with those beside them, which `view` reads. */
export const withBeside = (
  views: readonly View[],
  { prefix, beside }: ViewPage,
  view: (key: string) => string | undefined,
): readonly View[] =>
  beside === undefined
    ? views
    : views.map(({ key, body }) => {
        const found = view(`${beside}${key.slice(prefix.length)}`);
        return { key, body, ...(found === undefined ? {} : { beside: found }) };
      });

/** The rows of one service between two versions of its stream, the first exclusive. */
export interface LedgerSpan {
  readonly instance: string;
  readonly after: number;
  readonly until: number;
}

/** Which events of a span are asked for. */
export interface LedgerLook {
  readonly offset: number;
  readonly limit: number;
  /** A part of their JSON; undefined: all. */
  readonly containing: string | undefined;
}

/** One consistent state of the store. */
export interface StoreReader {
  /** Version of the newest event; 0: the stream does not exist. */
  streamVersion(stream: string): number;
  /** In order of version. */
  streamEvents(stream: string): readonly EventEnvelope[];
  /** Newest first, with versions below `beforeVersion`, at most `limit`; rows of ledgers are left out. */
  newestEvents(stream: string, beforeVersion: number, limit: number): readonly EventEnvelope[];
  /** In order of version. */
  instanceEvents(query: InstanceQuery): readonly EventEnvelope[];
  /** Its creation; undefined: there never was one. */
  firstInstanceEvent(instance: string): EventEnvelope | undefined;
  /** Version of the newest event that wrote rows of a service, up to an instant; 0: none did. */
  ledgerEnd(instance: string, untilAt: EpochMs): number;
  /** Number of events that wrote rows. */
  ledgerCount(span: LedgerSpan): number;
  /** Events that wrote rows, in order of version. */
  ledgerEvents(span: LedgerSpan, look: LedgerLook): readonly EventEnvelope[];
  /** Those of them that each wrote many. */
  generatedEvents(span: LedgerSpan): readonly EventEnvelope[];
  /** All events in the order in which they were appended, after a position (0: from the first), at most `limit`. */
  allEvents(
    afterPosition: number,
    limit: number,
  ): readonly { readonly position: number; readonly envelope: EventEnvelope }[];
  eventCount(): number;
  /** Instant of the newest event; 0: there is none. */
  newestAt(): EpochMs;
  view(key: string): string | undefined;
  /** In order of key. */
  views(prefix: string): readonly View[];
  /** The first of them after a key, in order of key or against it. */
  viewPage(page: ViewPage): readonly View[];
  countViews(prefix: string): number;
  /** When the maker of an incarnation was last heard of, by the clock on the wall; undefined: never. Beside the log. */
  sign(instance: string): EpochMs | undefined;
  /** What is kept beside the log and is not about services, by key; undefined: nothing. */
  note(key: string): string | undefined;
}

/** A state of the store that is held. */
export interface HeldState {
  readonly reader: StoreReader;
  /** Lets go of it. It is read no more. */
  readonly release: () => void;
}

/** Views alone, to read and to write. */
export type ViewStore = Pick<StoreWriter, 'view' | 'putView' | 'dropView'>;

/** One atomic change of the store. */
export interface StoreWriter extends StoreReader {
  /** @throws StoreConflictError when the stream is not at the expected version; nothing of the change is then kept. */
  append(append: Append, at: EpochMs): void;
  putView(key: string, body: string): void;
  dropView(key: string): void;
  putSign(instance: string, wallAt: EpochMs): void;
  putNote(key: string, body: string): void;
  /** Empties the store, of log, views, signs and notes, for another registry in its place. */
  clear(): void;
}

/**
 * The registry's memory: an append-only log in streams, and views of it.
 * Laws: versions have no gaps; what `write` returned from is durable; a `write` that throws leaves nothing. When another registry has
 * taken the place of the one that was opened, reading and writing throw StoreReplacedError before anything is done.
 */
export interface EventStore {
  /**
   * Runs alone among all writers, in any process, and is durable when it returns. Inside another `write` it is a part of that
   * one: durable when the outer one returns, and when it throws, nothing of this part is left. @throws StoreBusyError
   */
  write<T>(work: (writer: StoreWriter) => T): T;
  /** Runs on one consistent state; inside a `write`, on what that one has written so far. */
  read<T>(work: (reader: StoreReader) => T): T;
  /**
   * One consistent state that stays so, over many turns of the event loop, until it is let go: what is read of it in parts belongs
   * together. Until then the file grows with what is written. @throws StoreReplacedError
   */
  hold(): HeldState;
  /** Number of events, read alone: what a server asks at every request. */
  eventCount(): number;
  /** What is wrong with the pages that it is written on; none: they are as they were written. */
  pageFaults(): readonly string[];
  close(): void;
}
