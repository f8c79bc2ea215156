import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paceOf } from '../../src/api';
import { openUserCache } from '../../src/api/user-cache';

const uid = process.getuid?.();
const aHome = (): string => mkdtempSync(join(tmpdir(), 'home-'));
const paceIn = (home: string, token = 'T') =>
  paceOf(openUserCache({ env: { HOME: home }, uid }), 'https://vendor.example', token);
const start = Date.parse('2026-12-01T00:00:00Z');

/** How many requests may go out at one instant. */
const placesAt = (pace: ReturnType<typeof paceIn>, now: number): number => {
  for (let places = 0; places < 200; places += 1) if (pace.take(now) > 0) return places;
  return 200;
};

test('the requests of a minute are counted over all processes, and nothing is kept where nobody counts', () => {
  const home = aHome();
  const [one, other] = [paceIn(home), paceIn(home)];
  expect(one.isKept()).toBe(false);
  expect(readdirSync(home)).toEqual([]);
  for (let sent = 0; sent < 60; sent += 1) expect(one.take(start + sent)).toBe(0);
  expect(other.isKept()).toBe(true);
  expect(placesAt(other, start + 100)).toBe(40);
  expect(other.take(start + 100)).toBe(59_900);
  expect(placesAt(one, start + 60_059)).toBe(60);
  expect(placesAt(paceIn(home, 'another token'), start + 100)).toBe(100);
});

test('what the other side asks for holds for all, and no longer than a minute', () => {
  const home = aHome();
  paceIn(home).closeUntil(start + 28_000);
  expect(paceIn(home).take(start)).toBe(28_000);
  expect(paceIn(home).take(start + 28_000)).toBe(0);
  paceIn(home).closeUntil(start + 3_600_000);
  expect(paceIn(home).take(start + 28_000)).toBe(0);
});

test('the file is the user`s alone, and holds neither token nor address', () => {
  const home = aHome();
  paceIn(home, 'secret-token').take(start);
  const folder = join(home, '.cache/forkcast');
  const [file = ''] = readdirSync(folder);
  expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  expect(`${file} ${readFileSync(join(folder, file), 'utf8')}`).not.toMatch(/secret-token|vendor/);
});

test.each<readonly [string, (folder: string, home: string) => void]>([
  ['a folder that others may enter', (folder) => chmodSync(folder, 0o755)],
  ['what is no count', (folder) => readdirSync(folder).forEach((name) => writeFileSync(join(folder, name), '[1'))],
  [
    'a lock that somebody else holds for good',
    (folder) => readdirSync(folder).forEach((name) => writeFileSync(join(folder, `${name}.lock`), '')),
  ],
])('%s never stops anybody', (_what, harm) => {
  const home = aHome();
  paceIn(home).take(start);
  harm(join(home, '.cache/forkcast'), home);
  const waits = [0, 1, 2].map((ms) => paceIn(home).take(start + ms));
  expect(Math.max(...waits)).toBeLessThanOrEqual(5);
});
