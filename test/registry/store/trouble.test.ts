import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { explainTrouble } from '../../../src/registry/store/trouble';

describe('trouble of the machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-trouble-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const fill = (database: InstanceType<typeof DatabaseSync>): void =>
    database.exec('CREATE TABLE t (a); INSERT INTO t VALUES (zeroblob(50000))');
  const aDatabase = (name: string, before = '') => {
    const database = new DatabaseSync(join(folder, name));
    database.exec(before);
    return database;
  };
  /** What the driver itself throws. */
  const thrownBy = (work: () => unknown): unknown => {
    try {
      work();
    } catch (error) {
      return error;
    }
    return undefined;
  };
  const withFlippedPage = (): unknown => {
    const first = aDatabase('flipped.db');
    fill(first);
    first.close();
    const bytes = readFileSync(join(folder, 'flipped.db'));
    bytes.fill(0xff, 4096, 8192);
    writeFileSync(join(folder, 'flipped.db'), bytes);
    return thrownBy(() => aDatabase('flipped.db').prepare('SELECT sum(length(a)) FROM t').get());
  };

  test.each([
    ['a full disk', () => thrownBy(() => fill(aDatabase('full.db', 'PRAGMA max_page_count = 4'))), 'FC_STORE_FULL', 3],
    [
      'what may only be read',
      () => thrownBy(() => fill(aDatabase('ro.db', 'PRAGMA query_only = 1'))),
      'FC_STORE_READ_ONLY',
      3,
    ],
    ['pages that were changed', withFlippedPage, 'FC_STORE_DAMAGED', 3],
    [
      'a folder in its place',
      () => thrownBy(() => (mkdirSync(join(folder, 'x')), aDatabase('x'))),
      'FC_STORE_RIGHTS',
      3,
    ],
    [
      'text',
      () => thrownBy(() => (writeFileSync(join(folder, 't'), 'hello '.repeat(99)), aDatabase('t', 'SELECT 1 FROM t'))),
      'FC_STORE_FORMAT',
      3,
    ],
    [
      'a system call without rights',
      () => Object.assign(new RangeError('no'), { code: 'EACCES' }),
      'FC_STORE_RIGHTS',
      3,
    ],
    ['a system call on a full disk', () => Object.assign(new RangeError('no'), { code: 'ENOSPC' }), 'FC_STORE_FULL', 3],
    [
      'a system call on a read-only one',
      () => Object.assign(new RangeError('no'), { code: 'EROFS' }),
      'FC_STORE_READ_ONLY',
      3,
    ],
    ['a system call that fails', () => Object.assign(new RangeError('no'), { code: 'EIO' }), 'FC_STORE_FAILED', 3],
  ])('is told by a code of its own: %s', (_name, cause, code, exitCode) => {
    const path = join(folder, 'registry.db');
    expect(explainTrouble(path, cause())).toMatchObject({
      code,
      exitCode,
      message: expect.stringContaining(path),
      cause: expect.anything(),
    });
  });

  test('is nothing else', () => {
    const other = new RangeError('another thing');
    expect(explainTrouble('x', other)).toBe(other);
    expect(explainTrouble('x', undefined)).toBeUndefined();
  });
});
