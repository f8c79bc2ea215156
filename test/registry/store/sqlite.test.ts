import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import {
  StoreDamagedError,
  StoreExistsError,
  StoreFormatError,
  StoreMissingError,
  StoreNewerError,
  createRegistry,
  createSqliteStore,
  openRegistry,
  openSqliteStore,
} from '../../../src/registry';
import { aCreate, aRow, aWallClock, aWorld, orders, someKey } from '../world';

describe('the file of a registry', () => {
  let folder: string;
  const path = () => join(folder, 'deep', 'registry.db');
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'forkcast-store-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('holds what was acknowledged when it is opened again', () => {
    const world = aWorld({ store: createSqliteStore(path()) });
    world.run(aCreate(), aRow('a'));
    const before = { ...world.registry.contents(orders) };
    world.registry.close();
    const reopened = openRegistry({ store: openSqliteStore(path()), wallClock: aWallClock(), keys: someKey() });
    expect(reopened.contents(orders)).toEqual(before);
    reopened.close();
  });

  test('is used by two connections at once', () => {
    const world = aWorld({ store: createSqliteStore(path()) });
    const other = openRegistry({ store: openSqliteStore(path()), wallClock: aWallClock() });
    world.run(aCreate());
    expect(other.execute(aRow('a')).kind).toBe('accepted');
    world.run(aRow('b'));
    expect(other.contents(orders)?.rows.map(({ key }) => key)).toEqual(['a', 'b']);
    other.close();
    world.registry.close();
  });

  test('tells each transaction what the other connection wrote before it', () => {
    const [one, other] = [createSqliteStore(path()), openSqliteStore(path())];
    const seen: (string | undefined)[] = [];
    for (const body of ['1', '2']) {
      one.write((writer) => {
        seen.push(writer.view('a'));
        writer.putView('a', `${body} of one`);
      });
      other.write((writer) => {
        seen.push(writer.view('a'));
        writer.putView('a', `${body} of the other`);
      });
    }
    expect(seen).toEqual([undefined, '1 of one', '1 of the other', '2 of one']);
    for (const store of [one, other]) store.close();
  });

  test('is not created by opening it', () => {
    expect(() => openSqliteStore(path())).toThrow(StoreMissingError);
  });

  test('is not created twice', () => {
    createSqliteStore(path()).close();
    expect(() => createSqliteStore(path())).toThrow(StoreExistsError);
    const store = openSqliteStore(path());
    expect(() => openRegistry({ store, wallClock: aWallClock() })).toThrow(StoreMissingError);
    const options = { store, wallClock: aWallClock(), seed: 's', profile: 'instant' } as const;
    createRegistry(options);
    expect(() => createRegistry(options)).toThrow(StoreExistsError);
    store.close();
  });

  test('is refused when it is text, another database, or of a newer format', () => {
    const file = (name: string) => join(folder, name);
    writeFileSync(file('text'), 'hello '.repeat(500));
    const other = new DatabaseSync(file('other'));
    other.exec('CREATE TABLE t (a)');
    other.close();
    createSqliteStore(file('newer')).close();
    const newer = new DatabaseSync(file('newer'));
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    for (const name of ['text', 'other']) expect(() => openSqliteStore(file(name))).toThrow(StoreFormatError);
    expect(() => openSqliteStore(file('newer'))).toThrow(StoreNewerError);
    for (const format of [0, -1]) {
      const odd = new DatabaseSync(file('newer'));
      odd.exec(`PRAGMA user_version = ${format}`);
      odd.close();
      expect(() => openSqliteStore(file('newer'))).toThrow(StoreDamagedError);
    }
    expect(() => createSqliteStore(file('other'))).toThrow(StoreFormatError);
    expect(() => createSqliteStore(file('text'))).toThrow(StoreFormatError);
  });
});
