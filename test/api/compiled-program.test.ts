import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileProgram } from '../../src/api/compiled-program';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'compiled-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const source = (answer: string): string => `(function (module, require, folder) {
  module.exports = { answer: () => ${answer}, name: require('node:path').basename(folder) };
})`;

const compile = (text = source('1'), changes: Partial<NodeJS.Process> & { readonly changed?: string } = {}) => {
  const { changed = 'then', ...by } = changes;
  const { version, arch, platform, execArgv, getuid } = process;
  const about = { path: '/here/program.js', digest: 'a digest', changed: [changed] };
  return compileProgram<unknown>(text, about, {
    version,
    arch,
    platform,
    execArgv,
    env: { HOME: home },
    getuid,
    ...by,
  });
};

const folder = () => join(home, '.cache/forkcast');
const kept = () => readdirSync(folder()).sort();

const run = ({ program }: ReturnType<typeof compile>): unknown => {
  const module: { exports: unknown } = { exports: undefined };
  program?.(module, require, '/some/folder');
  return module.exports;
};

test('a program runs with its module, what it requires by and its folder, from its text and from kept code', () => {
  const first = compile();
  expect(run(first)).toMatchObject({ answer: expect.any(Function), name: 'folder' });
  first.keep();
  const [name = ''] = kept();
  const second = compile();
  expect(run(second)).toMatchObject({ name: 'folder' });
  // What it has used is not kept again.
  rmSync(join(folder(), name));
  second.keep();
  expect(kept()).toEqual([]);
});

test('nothing is kept before that is asked for', () => {
  run(compile());
  expect(readdirSync(home)).toEqual([]);
});

test.each<readonly [string, Parameters<typeof compile>[1]]>([
  ['another time of change', { changed: 'now' }],
  ['another version of Node', { version: 'v99.0.0' }],
  ['another architecture', { arch: 'riscv64' }],
  ['another platform', { platform: 'sunos' }],
  ['other flags', { execArgv: ['--no-opt'] }],
])('%s has code of its own', (_what, changes) => {
  compile().keep();
  compile(source('1'), changes).keep();
  expect(kept()).toHaveLength(2);
});

test('NODE_OPTIONS count as flags', () => {
  compile().keep();
  compile(source('1'), { env: { HOME: home, NODE_OPTIONS: '--no-opt' } }).keep();
  expect(kept()).toHaveLength(2);
});

test('code that this Node rejects is compiled from the text, and kept in its place', () => {
  compile().keep();
  const [name = ''] = kept();
  const junk = Buffer.from('no code');
  writeFileSync(join(folder(), name), Buffer.concat([junk, junk]));
  // A text that this process has compiled is not compiled again, whatever was kept of it.
  const next = compile(source('3'));
  expect(run(next)).toMatchObject({ name: 'folder' });
  next.keep();
  expect(readFileSync(join(folder(), name)).length).toBeGreaterThan(2 * junk.length);
});

test('code of a longer text is rejected: what runs is the text', () => {
  compile(source('1')).keep();
  const exports = run(compile(source('12')));
  expect(exports).toMatchObject({ answer: expect.any(Function) });
  expect((exports as { answer: () => number }).answer()).toBe(12);
});

test('a text that is no function is no program', () => {
  expect(compile('({})').program).toBeUndefined();
  expect(() => compile('(')).toThrow(/Unexpected end/);
});

test('without a home everything works, and nothing is kept', () => {
  const compiled = compile(source('1'), { env: {} });
  expect(run(compiled)).toMatchObject({ name: 'folder' });
  expect(compiled.keep).not.toThrow();
  expect(readdirSync(home)).toEqual([]);
});
