import type { EventStore, RegistryEvent } from '../../../src/registry';
import { StoreConflictError } from '../../../src/registry';

const organization = (name: string): RegistryEvent => ({ type: 'OrganizationCreated', organization: name });
const row = (key: string): RegistryEvent => ({
  type: 'RowWritten',
  project: 'demo',
  service: 'orders',
  incarnation: 1,
  database: 'defaultdb',
  key,
  value: '1',
});
const stream = 'registry';

/** One list of cases for every store. */
export const describeStore = (name: string, open: () => EventStore): void => {
  describe(`the ${name} store`, () => {
    let store: EventStore;
    beforeEach(() => {
      store = open();
    });
    afterEach(() => store.close());

    test('gives versions from 1 without gaps, per stream', () => {
      store.write((writer) => {
        writer.append({ stream, expectedVersion: 0, events: [organization('a'), organization('b')] }, 10);
        writer.append({ stream: 'project/demo', expectedVersion: 0, events: [row('k')] }, 10);
        writer.append({ stream, expectedVersion: 2, events: [organization('c')] }, 11);
      });
      const versions = store.read((reader) => reader.streamEvents(stream).map(({ version, at }) => [version, at]));
      expect(versions).toEqual([
        [1, 10],
        [2, 10],
        [3, 11],
      ]);
      expect(store.read((reader) => reader.allEvents(0, 10)).map(({ position }) => position)).toEqual([1, 2, 3, 4]);
      expect(store.read((reader) => reader.allEvents(2, 1)).map(({ position }) => position)).toEqual([3]);
      expect(store.read((reader) => [reader.eventCount(), reader.newestAt()])).toEqual([4, 11]);
    });

    test('holds a state for whoever reads it in parts, whatever is written meanwhile', () => {
      store.write((writer) => writer.append({ stream, expectedVersion: 0, events: [organization('a')] }, 10));
      const { reader, release } = store.hold();
      store.write((writer) => writer.append({ stream, expectedVersion: 1, events: [organization('b')] }, 11));
      expect([reader.eventCount(), reader.streamVersion(stream)]).toEqual([1, 1]);
      release();
      expect(store.eventCount()).toBe(2);
    });

    test('gives the newest events of a stream below a version, without rows', () => {
      const demo = 'project/demo';
      const created = (name: string): RegistryEvent => ({
        type: 'ProjectCreated',
        project: 'demo',
        organization: name,
        defaultCloud: 'x',
      });
      store.write((writer) =>
        writer.append(
          { stream: demo, expectedVersion: 0, events: [created('a'), row('k'), created('b'), row('l')] },
          1,
        ),
      );
      const versions = (before: number, limit: number) =>
        store.read((reader) => reader.newestEvents(demo, before, limit).map(({ version }) => version));
      expect(versions(Number.MAX_SAFE_INTEGER, 10)).toEqual([3, 1]);
      expect(versions(3, 10)).toEqual([1]);
      expect(versions(Number.MAX_SAFE_INTEGER, 1)).toEqual([3]);
      expect(versions(1, 10)).toEqual([]);
    });

    test('refuses an append at another version, and a mere check too', () => {
      store.write((writer) => writer.append({ stream, expectedVersion: 0, events: [organization('a')] }, 1));
      for (const [expectedVersion, events] of [
        [0, [organization('b')]],
        [2, [organization('b')]],
        [0, []],
      ] as const) {
        expect(() => store.write((writer) => writer.append({ stream, expectedVersion, events }, 1))).toThrow(
          StoreConflictError,
        );
      }
      store.write((writer) => writer.append({ stream, expectedVersion: 1, events: [] }, 1));
      expect(store.read((reader) => reader.streamVersion(stream))).toBe(1);
    });

    test('keeps nothing of a write that throws', () => {
      store.write((writer) => writer.putView('a', '1'));
      const failing = () =>
        store.write((writer) => {
          writer.append({ stream, expectedVersion: 0, events: [organization('a')] }, 1);
          writer.append({ stream: 'project/demo', expectedVersion: 0, events: [row('k')] }, 1);
          writer.putView('a', '2');
          writer.putView('b', '3');
          writer.dropView('a');
          throw new StoreConflictError(stream, 0, 1);
        });
      expect(failing).toThrow(StoreConflictError);
      expect(store.read((reader) => [reader.eventCount(), reader.streamVersion(stream)])).toEqual([0, 0]);
      expect(store.read((reader) => [reader.view('a'), reader.view('b')])).toEqual(['1', undefined]);
      expect(store.read((reader) => reader.firstInstanceEvent('demo/orders#1'))).toBeUndefined();
    });

    test('reads events of one service up to an instant and a version', () => {
      store.write((writer) => {
        writer.append({ stream: 'project/demo', expectedVersion: 0, events: [row('a'), row('b')] }, 5);
        writer.append({ stream: 'project/demo', expectedVersion: 2, events: [row('c')] }, 6);
      });
      const keys = (untilAt: number, untilVersion: number, kind: 'ledger' | 'settings' | 'all' = 'ledger') =>
        store.read((reader) =>
          reader
            .instanceEvents({ instance: 'demo/orders#1', kind, untilAt, untilVersion })
            .map(({ event }) => (event.type === 'RowWritten' ? event.key : '')),
        );
      expect(keys(4, 9)).toEqual([]);
      expect(keys(5, 9)).toEqual(['a', 'b']);
      expect(keys(6, 9)).toEqual(['a', 'b', 'c']);
      expect(keys(6, 1)).toEqual(['a']);
      expect(keys(6, 9, 'all')).toEqual(['a', 'b', 'c']);
      expect(keys(6, 9, 'settings')).toEqual([]);
    });

    test('reads views by prefix in order of key', () => {
      store.write((writer) => {
        writer.putView('service/b', '2');
        writer.putView('service/a', '1');
        writer.putView('services', 'x');
        writer.putView('service/a', '3');
        writer.dropView('service/z');
      });
      expect(store.read((reader) => reader.views('service/'))).toEqual([
        { key: 'service/a', body: '3' },
        { key: 'service/b', body: '2' },
      ]);
      expect(store.read((reader) => [reader.countViews('service/'), reader.countViews('')])).toEqual([2, 3]);
    });

    test('reads a view inside a write as it is by then, whatever was read before', () => {
      store.write((writer) => writer.putView('a', '1'));
      store.write((writer) => {
        const read = () => ['a', 'b'].map((key) => store.read((reader) => [reader.view(key), writer.view(key)]));
        expect(read()).toEqual([
          ['1', '1'],
          [undefined, undefined],
        ]);
        writer.putView('b', '2');
        writer.dropView('a');
        expect(read()).toEqual([
          [undefined, undefined],
          ['2', '2'],
        ]);
        attempt(() =>
          store.write((part) => {
            part.putView('a', 'lost');
            part.dropView('b');
            expect([part.view('a'), part.view('b')]).toEqual(['lost', undefined]);
            throw new StoreConflictError(stream, 0, 0);
          }),
        );
        expect(read()).toEqual([
          [undefined, undefined],
          ['2', '2'],
        ]);
        writer.clear();
        expect(read()).toEqual([
          [undefined, undefined],
          [undefined, undefined],
        ]);
      });
    });

    test('reads some views of a prefix after a key, in both directions', () => {
      store.write((writer) => {
        for (const key of ['service/', 'service/a', 'service/b', 'service/c', 'services']) writer.putView(key, '1');
      });
      const keys = (after: string | undefined, limit: number, descending = false) =>
        store.read((reader) =>
          reader.viewPage({ prefix: 'service/', after, limit, descending }).map(({ key }) => key.slice(-1)),
        );
      expect([keys(undefined, 2), keys('service/a', 9), keys('service/c', 1)]).toEqual([['a', 'b'], ['b', 'c'], []]);
      expect([keys(undefined, 2, true), keys('service/b', 9, true)]).toEqual([['c', 'b'], ['a']]);
    });

    test('keeps writes inside a write together, and forgets the one that throws alone', () => {
      const append = (version: number, name: string) => (): void =>
        store.write((writer) =>
          writer.append({ stream, expectedVersion: version, events: [organization(name)] }, version),
        );
      store.write(() => {
        append(0, 'a')();
        expect(
          attempt(() =>
            store.write((writer) => {
              append(1, 'lost')();
              writer.putView('k', 'lost');
              throw new StoreConflictError(stream, 0, 0);
            }),
          ),
        ).toBeInstanceOf(StoreConflictError);
        expect(store.read((reader) => [reader.streamVersion(stream), reader.view('k')])).toEqual([1, undefined]);
        append(1, 'b')();
      });
      expect(store.read((reader) => reader.eventCount())).toBe(2);
      expect(
        attempt(() =>
          store.write(() => {
            append(2, 'c')();
            throw new StoreConflictError(stream, 0, 0);
          }),
        ),
      ).toBeInstanceOf(StoreConflictError);
      expect(store.read((reader) => reader.eventCount())).toBe(2);
    });
  });
};

const attempt = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};
