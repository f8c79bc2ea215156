import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFaults, openSqliteStore } from '../../src/registry';
import { openEmbeddedRegistry } from '../../src/registry/embedded';
import { aGrant } from '../registry/server/a-server';
import { aWorker, resetRounds, runWorker } from './reset-rounds';

const wallClock = { now: () => Date.now() };

describe('a registry that is made anew', () => {
  let folder: string;
  let worker: ReturnType<typeof aWorker>;
  let file: string;
  const path = () => file;
  beforeAll(() => (worker = aWorker()));
  afterAll(() => worker.drop());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'forkcast-reset-'));
    file = join(folder, 'registry.db');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** The seed of the whole registry at the path, and its tokens. */
  const look = (): { readonly seed: string; readonly tokens: number } => {
    const store = openSqliteStore(path());
    expect(findFaults(store)).toEqual([]);
    store.close();
    const registry = openEmbeddedRegistry({ path: path(), wallClock });
    try {
      expect(registry.services('demo')?.map(({ facts: { service } }) => service)).toEqual(['last', 'orders']);
      return { seed: registry.status().seed, tokens: registry.tokens().length };
    } finally {
      registry.close();
    }
  };

  test('a hundred times while ten processes write to it loses nothing, and takes nothing late', async () => {
    const { acknowledged, ...wrong } = await resetRounds(worker.script, path(), { writers: 10, resets: 100 });
    console.log(`100 resets under 10 writers: ${acknowledged} writes acknowledged`);
    expect(wrong).toEqual({ missing: [], late: [], torn: [] });
  });

  test('is there whole, or not at all, wherever its first founding is killed', () => {
    const steps = Number(runWorker(worker.script, path(), 'found', 'a').stdout);
    expect(steps).toBeGreaterThan(30);
    let whole = 0;
    for (let step = 1; step <= steps; step += 1) {
      file = join(folder, `step-${step}.db`);
      expect(runWorker(worker.script, path(), 'found', 'a', String(step)).signal).toBe('SIGKILL');
      if (existsSync(path())) {
        whole += 1;
        expect(look()).toEqual({ seed: 'a', tokens: 0 });
      }
      expect(runWorker(worker.script, path(), 'found', 'b').status).toBe(0);
      expect(look()).toEqual({ seed: 'b', tokens: 0 });
    }
    console.log(`init killed at ${steps} steps: whole after ${whole}, not there after ${steps - whole}`);
    expect(whole).toBeLessThan(steps);
  });

  test('is the old one or the new one, with its token, wherever a reset is killed', () => {
    const made = join(folder, 'made.db');
    expect(runWorker(worker.script, made, 'found', 'old').status).toBe(0);
    const registry = openEmbeddedRegistry({ path: made, wallClock });
    registry.execute({ type: 'CreateToken', grant: aGrant('secret') });
    registry.close();
    // A name of its own for each: a connection of this process may still have the one before.
    const begin = (step: number): void => {
      file = join(folder, `step-${step}.db`);
      for (const suffix of ['', '-wal'])
        if (existsSync(`${made}${suffix}`)) copyFileSync(`${made}${suffix}`, `${file}${suffix}`);
    };
    begin(0);
    const steps = Number(runWorker(worker.script, file, 'found', 'new').stdout);
    const seen = { old: 0, new: 0 };
    for (let step = 1; step <= steps; step += 1) {
      begin(step);
      expect(runWorker(worker.script, file, 'found', 'new', String(step)).signal).toBe('SIGKILL');
      const { seed, tokens } = look();
      expect([step, tokens]).toEqual([step, 1]);
      seen[seed === 'old' ? 'old' : 'new'] += 1;
    }
    console.log(`reset killed at ${steps} steps: the old one after ${seen.old}, the new one after ${seen.new}`);
    expect(seen.old * seen.new).toBeGreaterThan(0);
  });
});
