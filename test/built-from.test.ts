import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from './source-tree';

const root = mkdtempSync(join(tmpdir(), 'forkcast-built-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Null: the file is removed. */
type Change = Readonly<Record<string, string | null>>;

const before: Change = { 'src/domain/a.ts': 'one', 'package.json': '{}', 'dist/domain/a.js': 'one' };

/** The scripts of the build are modules, which jest does not load: one process tells of all changes, each of the same build. */
const program = `
  import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
  import { dirname, join } from 'node:path';
  import { isBuilt, keepState } from ${JSON.stringify(join(repositoryRoot, 'scripts/built-from.mjs'))};
  const [root, before, changes] = JSON.parse(process.argv[1]);
  const make = (change) => {
    for (const [name, text] of Object.entries(change)) {
      const path = join(root, name);
      mkdirSync(dirname(path), { recursive: true });
      if (text === null) rmSync(path);
      else writeFileSync(path, text);
    }
  };
  const told = [];
  for (const change of changes) {
    rmSync(root, { recursive: true, force: true });
    make(before);
    await keepState(root, 'dist');
    make(change);
    told.push(await isBuilt(root, 'dist'));
  }
  process.stdout.write(JSON.stringify(told));
`;

const isBuiltAfter = (changes: readonly Change[]): unknown => {
  const words = ['--input-type=module', '--eval', program, JSON.stringify([root, before, changes])];
  return JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' }));
};

test('what was built from the same stands, also where a test or a page is another', () => {
  expect(isBuiltAfter([{}, { 'test/a.test.ts': 'test', 'CHANGELOG.md': 'news' }])).toEqual([true, true]);
});

test('it is built again where a source, a tool, or what was made is another', () => {
  const changes: Readonly<Record<string, Change>> = {
    'a source that says something else': { 'src/domain/a.ts': 'two' },
    'one more': { 'src/domain/b.ts': '' },
    'one that is gone': { 'src/domain/a.ts': null },
    'one of another name': { 'src/domain/a.ts': null, 'src/domain/b.ts': 'one' },
    'a script': { 'scripts/bundle.mjs': '' },
    settings: { 'tsconfig.build.json': '{}' },
    'tools that npm installed since': { 'node_modules/.package-lock.json': '{}' },
    'a file of dist that somebody changed': { 'dist/domain/a.js': 'two' },
    'one that is gone from dist': { 'dist/domain/a.js': null },
    'nothing kept of the build before': { 'dist/built-from.txt': null },
  };
  const told = isBuiltAfter(Object.values(changes));
  expect(told).toEqual(Object.keys(changes).map(() => false));
});
