import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { holdLock } from './lock-holder';
import { ended, peakMb, runForkcast, startServer } from './served-kill';

jest.setTimeout(300_000);

/** Asks `/health` and a list again and again until it is told to end; gives how long the slowest answer took, and how many there were. */
const watchReads = (url: string) => {
  let [told, slowest, count] = [false, 0, 0];
  const watching = (async () => {
    while (!told) {
      for (const path of ['/health', '/v1/clouds', '/v1/project/prod/service']) {
        const startedAt = performance.now();
        expect((await fetch(`${url}${path}`)).status).toBe(200);
        slowest = Math.max(slowest, performance.now() - startedAt);
        count += 1;
      }
      await wait(20);
    }
  })();
  return async () => {
    told = true;
    await watching;
    return { slowest, count };
  };
};

describe('a registry whose file another process has locked', () => {
  let folder: string;
  const path = () => join(folder, '.forkcast/registry.db');
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'forkcast-locked-'));
    expect(runForkcast(folder, 'registry', 'init', '--world', 'demo').status).toBe(0);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('is served: reads and health go on, a write is told within its bound, and works again afterwards', async () => {
    const server = await startServer(folder);
    const create = (name: string) =>
      fetch(`${server.url}/v1/project/prod/service`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ service_name: name, service_type: 'pg', plan: 'business-4' }),
      });
    const release = await holdLock(path());
    const reads = watchReads(server.url);
    const startedAt = performance.now();
    const writes = Array.from({ length: 20 }, (_, index) => create(`locked-${index}`));
    expect(await Promise.all(writes.map(async (write) => (await write).status))).toEqual(writes.map(() => 503));
    const toldAfter = performance.now() - startedAt;
    expect(toldAfter).toBeGreaterThan(9_000);
    expect(toldAfter).toBeLessThan(30_000);
    const late = create('after');
    await wait(500);
    await release();
    expect((await late).status).toBe(200);
    const { slowest, count } = await reads();
    expect(slowest).toBeLessThan(2_000);
    expect(peakMb(server.child)).toBeLessThan(300);
    console.log(
      `locked: 20 writes were told after ${Math.round(toldAfter)} ms; the slowest of ${count} reads took ${Math.round(slowest)} ms; ` +
        `${Math.round(peakMb(server.child))} MB`,
    );
    server.child.kill('SIGTERM');
    await ended(server.child);
  });

  test('by resets of its own server is served on: reads and health go on, and writes wait for the new one', async () => {
    const server = await startServer(folder);
    const reads = watchReads(server.url);
    for (let count = 0; count < 10; count += 1) {
      const reset = fetch(`${server.url}/v1/forkcast/reset`, { method: 'POST' });
      await wait(100);
      const advanced = await fetch(`${server.url}/v1/forkcast/clock/advance`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ by_ms: 3_600_000 }),
      });
      expect([200, 503]).toContain(advanced.status);
      expect((await reset).status).toBe(200);
    }
    const { slowest, count } = await reads();
    expect(slowest).toBeLessThan(2_000);
    expect(peakMb(server.child)).toBeLessThan(300);
    console.log(
      `10 resets: the slowest of ${count} reads took ${Math.round(slowest)} ms; ${Math.round(peakMb(server.child))} MB`,
    );
    server.child.kill('SIGTERM');
    await ended(server.child);
  });

  test('is asked on the command line: a list comes at once, a change once the lock is gone', async () => {
    const release = await holdLock(path());
    const startedAt = performance.now();
    expect(runForkcast(folder, 'service', 'list', '--project', 'prod').status).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    const refused = runForkcast(folder, 'registry', 'advance', '1h');
    expect(refused.status).toBe(3);
    expect(refused.stderr).toMatch(/was locked by process \d+ \(node\) for 25\.\d+ s: nothing was done/);
    await release();
    expect(runForkcast(folder, 'registry', 'advance', '1h').status).toBe(0);
  });
});
