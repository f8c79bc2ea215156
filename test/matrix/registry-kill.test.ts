import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { openRegistry, openSqliteStore, rebuildViews } from '../../src/registry';
import type { EventStore } from '../../src/registry';

const bundles = resolve(__dirname, '../../node_modules/.cache/forkcast-test');
const script = join(bundles, `registry-writer-${process.pid}.cjs`);
const wallClock = { now: () => Date.now() };
const killRounds = 8;

interface Writer {
  readonly child: ChildProcess;
  readonly first: Promise<void>;
  readonly acknowledged: Promise<readonly string[]>;
}

const startWriter = (path: string, prefix: string, count: number): Writer => {
  const child = spawn(process.execPath, [script, path, prefix, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const chunks: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  const first = new Promise<void>((done) => child.stdout?.once('data', () => done()));
  const acknowledged = new Promise<readonly string[]>((done) => {
    child.on('close', () =>
      done(
        chunks
          .join('')
          .split('\n')
          .filter((line) => line.length > 0),
      ),
    );
  });
  return { child, first, acknowledged };
};

/** Checks every law of the log, and returns the keys of the rows in it. */
const keysIn = (store: EventStore): readonly string[] => {
  const registry = openRegistry({ store, wallClock });
  const envelopes = store.read((reader) => reader.allEvents(0, 1_000_000)).map(({ envelope }) => envelope);
  const versions = envelopes.filter(({ stream }) => stream === 'project/demo').map(({ version }) => version);
  expect(versions).toEqual(versions.map((_, index) => index + 1));
  const times = envelopes.map(({ at }) => at);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  const views = () => store.read((reader) => reader.views(''));
  const before = views();
  store.write(rebuildViews);
  expect(views()).toEqual(before);
  return registry.contents({ project: 'demo', service: 'orders' })?.rows.map(({ key }) => key) ?? [];
};

describe('a registry used by many processes', () => {
  let folder: string;
  let path: string;
  beforeAll(() => {
    mkdirSync(bundles, { recursive: true });
    buildSync({
      entryPoints: [join(__dirname, 'registry-writer.ts')],
      outfile: script,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      packages: 'external',
    });
  });
  afterAll(() => rmSync(script, { force: true }));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'forkcast-kill-'));
    path = join(folder, 'registry.db');
    expect(spawnSync(process.execPath, [script, path, 'init']).status).toBe(0);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('loses nothing when ten of them write at once', async () => {
    const writers = Array.from({ length: 10 }, (_, index) => startWriter(path, `w${index}`, 40));
    const acknowledged = (await Promise.all(writers.map((writer) => writer.acknowledged))).flat();
    expect(acknowledged).toHaveLength(400);
    const store = openSqliteStore(path);
    expect([...keysIn(store)].sort()).toEqual([...acknowledged].sort());
    store.close();
  });

  test('holds what it acknowledged when writers are killed at any moment', async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < killRounds; round += 1) {
      const writers = [0, 1, 2].map((index) => startWriter(path, `r${round}w${index}`, 1_000_000));
      await Promise.all(writers.map(({ first }) => first));
      await new Promise((done) => setTimeout(done, (round * 37) % 100));
      for (const { child } of writers) child.kill('SIGKILL');
      for (const writer of writers) {
        const lines = await writer.acknowledged;
        acknowledged.push(...lines.filter((line) => /^r\d+w\d+-\d+$/.test(line)));
      }
    }
    const store = openSqliteStore(path);
    const keys = new Set(keysIn(store));
    expect(acknowledged.filter((key) => !keys.has(key))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(killRounds);
    expect(keys.size - acknowledged.length).toBeLessThanOrEqual(3 * killRounds);
    store.close();
  });
});
