import { aSourceTree } from '../source-tree';
import { findUnusedExports, takenNames } from './unused-exports';

const world = { doors: ['src/index.ts'], packages: { forkcast: 'src/index.ts' }, words: new Set<string>() };

const unused = (files: Readonly<Record<string, string>>, words: readonly string[] = []) =>
  Object.fromEntries(findUnusedExports(aSourceTree(files), { ...world, words: new Set(words) }));

const declares = { 'src/a.ts': 'export const a = 1;\nconst own = a;' };

describe('findUnusedExports', () => {
  test('an export that no other file takes, whatever its kind', () => {
    const text =
      'export const { b, c: [d] } = x; export interface E {} export type F = 1; export class G {} export function h() {}';
    const names = ['b', 'd', 'E', 'F', 'G', 'h'].map((name) => [`src/a.ts: ${name}`, 'nobody']);
    expect(unused({ 'src/a.ts': text })).toEqual(Object.fromEntries(names));
  });

  test.each([
    ['by name', "import { a } from './a';"],
    ['under another name', "import { a as b } from './a';"],
    ['as a type', "import type { a } from './a';"],
    ['as a whole', "import * as all from './a';"],
    ['late, by name', "const { a } = await import('./a.js');"],
    ['late, as a field', "const b = (await import('./a.js')).a;"],
    ['late, as a whole', "import('./a.js').then(({ a }) => a);"],
    ['as the type of a module', "const { a } = require('./a') as typeof import('./a');"],
    ['in a type', "type B = import('./a').a;"],
  ])('one that is taken %s is used', (_, text) => {
    expect(unused({ ...declares, 'src/b.ts': text })).toEqual({});
  });

  test('a door that passes it on does not use it, and who comes through the door does', () => {
    const doors = { ...declares, 'src/room/index.ts': "export * from '../a';\nexport { a as b } from '../a';" };
    expect(unused(doors)).toEqual({ 'src/a.ts: a': 'nobody' });
    expect(unused({ ...doors, 'src/c.ts': "import { a } from './room';" })).toEqual({});
    expect(unused({ ...doors, 'src/c.ts': "import { b } from './room';" })).toEqual({});
  });

  test('what the package has is used, and what a program in another language takes', () => {
    expect(unused({ ...declares, 'src/index.ts': "export * from './a';" })).toEqual({});
    expect(unused(declares, takenNames('b.mjs', "const { a } = require(join(dist, 'a.js'));"))).toEqual({});
    expect(unused(declares, takenNames('b.mjs', 'const a = 1;'))).toEqual({ 'src/a.ts: a': 'nobody' });
  });

  test('one that tests alone take is told apart', () => {
    expect(unused({ ...declares, 'test/a.test.ts': "import { a } from '../src/a';" })).toEqual({
      'src/a.ts: a': 'tests',
    });
    expect(unused({ ...declares, 'examples/a.ts': "import { a } from 'forkcast';" })).toEqual({
      'src/a.ts: a': 'nobody',
    });
  });
});
