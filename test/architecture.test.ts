import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { findBreaks } from './architecture/breaks';
import { importsOf } from './architecture/imports';
import { rooms } from './architecture/walls';
import { readSourceTree, repositoryRoot } from './source-tree';

test('second readings import nothing, least of all what they check', () => {
  const readings = [...readSourceTree('test/second-reading')].filter(([path]) => !path.endsWith('.test.ts'));
  expect(readings.length).toBeGreaterThan(2);
  expect(readings.filter(([, text]) => /\b(import|require)\b/.test(text)).map(([path]) => path)).toEqual([]);
});

test('every wall of the house stands', () => {
  expect(findBreaks(readSourceTree('src'))).toEqual([]);
});

test('the map shows the rooms that there are, and what each may import', () => {
  const map = readFileSync(join(repositoryRoot, 'ARCHITECTURE.md'), 'utf8');
  const rows = [...map.matchAll(/^\| `(\w+)` \| .* \| ([^|]*) \|$/gm)];
  const shown = rows.map(([, room = '', imports = '']) => [room, imports.split(', ').filter((name) => name in rooms)]);
  expect(Object.fromEntries(shown)).toEqual(
    Object.fromEntries(Object.entries(rooms).map(([room, { mayImport }]) => [room, mayImport])),
  );
  const folders = [...readSourceTree('src').keys()].flatMap((path) => (path.includes('/') ? [path.split('/')[0]] : []));
  expect([...new Set(folders)].sort()).toEqual(Object.keys(rooms).sort());
});

test('what a browser loads too imports nothing of Node', () => {
  const shared = ['domain', 'time', 'console'].flatMap((room) =>
    [...readSourceTree(`src/${room}`)].map(([path, text]) => [`${room}/${path}`, text] as const),
  );
  expect(shared.length).toBeGreaterThan(100);
  const fromNode = importsOf(new Map(shared)).filter(({ specifier }) => isBuiltin(specifier));
  expect(fromNode.map(({ from, specifier }) => `${from}: ${specifier}`)).toEqual([]);
});
