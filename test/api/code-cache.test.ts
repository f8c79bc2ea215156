import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { renameSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCodeCache } from '../../src/api/code-cache';

const uid = process.getuid?.();
const [text, code] = ['the digest of the program', Buffer.from('its code')];
const compiledBy = ['v20.20.2', 'x64'];

/** A home of this user alone, and what stands in its cache folder. */
const aHome = () => {
  const home = mkdtempSync(join(tmpdir(), 'home-'));
  const folder = join(home, '.cache/forkcast');
  const open = (env: Readonly<Record<string, string>> = { HOME: home }, user = uid) =>
    openCodeCache(text, compiledBy, { env, uid: user });
  const only = (): string => join(folder, readdirSync(folder)[0] ?? '');
  return { home, folder, open, only };
};

const turnBit = (path: string, at: number): void => {
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(path, bytes);
};

test('what one process keeps the next one reads, from a folder and a file of the user alone', () => {
  const { folder, open, only } = aHome();
  expect(open().read()).toBeUndefined();
  open().keep(code);
  expect(open().read()).toEqual(code);
  expect([folder, only()].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600]);
  expect(readdirSync(folder)).toHaveLength(1);
});

test.each([
  ['another text', 'another digest', compiledBy],
  ['another version of Node', text, ['v22.0.0', 'x64']],
  ['another architecture', text, ['v20.20.2', 'arm64']],
  ['other flags', text, [...compiledBy, '--jitless']],
])('%s has another file', (_, otherText, otherBy) => {
  const { home, open } = aHome();
  open().keep(code);
  expect(openCodeCache(otherText, otherBy, { env: { HOME: home }, uid }).read()).toBeUndefined();
});

test.each<readonly [string, (of: ReturnType<typeof aHome>) => void]>([
  ['a folder that others may enter', ({ folder }) => chmodSync(folder, 0o755)],
  ['a folder that others may write', ({ folder }) => chmodSync(folder, 0o777)],
  ['a folder behind a link', ({ folder }) => [renameSync(folder, `${folder}-2`), symlinkSync(`${folder}-2`, folder)]],
  ['a file that others may read', ({ only }) => chmodSync(only(), 0o644)],
  ['a file that others may write', ({ only }) => chmodSync(only(), 0o666)],
  [
    'a file behind a link',
    ({ home, only }) => {
      const path = only();
      renameSync(path, join(home, 'elsewhere'));
      symlinkSync(join(home, 'elsewhere'), path);
    },
  ],
  ['half a file', ({ only }) => writeFileSync(only(), readFileSync(only()).subarray(0, -1))],
  ['a file without its second half', ({ only }) => writeFileSync(only(), code)],
  ['a file in which one bit has turned', ({ only }) => turnBit(only(), 0)],
  ['a file in whose second half one bit has turned', ({ only }) => turnBit(only(), 2 * code.length - 1)],
  ['an empty file', ({ only }) => writeFileSync(only(), '')],
  [
    'a folder in the place of the file',
    ({ home, only }) => {
      const path = only();
      renameSync(path, join(home, 'x'));
      mkdirSync(path);
    },
  ],
])('%s is not read', (_, spoil) => {
  const home = aHome();
  home.open().keep(code);
  spoil(home);
  expect(home.open().read()).toBeUndefined();
});

test('one that another user owns is neither read nor written', () => {
  const { open, only } = aHome();
  open().keep(code);
  const before = readFileSync(only());
  const other = open(undefined, 12_345);
  expect(other.read()).toBeUndefined();
  other.keep(Buffer.from('other code'));
  expect(readFileSync(only())).toEqual(before);
});

test('no folder is made in a home of another, or in one that others may write', () => {
  for (const [user, mode] of [
    [12_345, 0o700],
    [uid, 0o777],
  ] as const) {
    const { home, open } = aHome();
    chmodSync(home, mode);
    open(undefined, user).keep(code);
    expect(readdirSync(home)).toEqual([]);
  }
});

test.each<readonly [string, Readonly<Record<string, string>>]>([
  ['no home', {}],
  ['a relative home', { HOME: 'here' }],
  ['a home that is no folder', { HOME: '/dev/null' }],
  ['a cache folder that cannot be', { HOME: '/', XDG_CACHE_HOME: '/dev/null/cache' }],
])('%s means no cache, and no error', (_, env) => {
  const cache = openCodeCache(text, compiledBy, { env, uid });
  expect(() => cache.keep(code)).not.toThrow();
  expect(cache.read()).toBeUndefined();
});

test('without a number of the user, as on Windows, nothing is kept', () => {
  const { home } = aHome();
  openCodeCache(text, compiledBy, { env: { HOME: home }, uid: undefined }).keep(code);
  expect(readdirSync(home)).toEqual([]);
});

test('XDG_CACHE_HOME goes before the home, unless it is relative', () => {
  const [{ home, open, folder }, other] = [aHome(), aHome()];
  open({ HOME: home, XDG_CACHE_HOME: other.home }).keep(code);
  expect(readdirSync(other.home)).toEqual(['forkcast']);
  open({ HOME: home, XDG_CACHE_HOME: 'cache' }).keep(code);
  expect(readdirSync(folder)).toHaveLength(1);
});

test('what is older than a month goes when something is kept: other versions, and drafts of killed processes', () => {
  const { folder, open, only } = aHome();
  open().keep(code);
  const kept = only();
  for (const name of ['old.code', 'old.7.draft', 'notes.txt', 'young.code']) writeFileSync(join(folder, name), '');
  for (const name of ['old.code', 'old.7.draft', 'notes.txt']) utimesSync(join(folder, name), 0, 0);
  open().keep(code);
  expect(readdirSync(folder).sort()).toEqual([kept.slice(folder.length + 1), 'notes.txt', 'young.code'].sort());
});
