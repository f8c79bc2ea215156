import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { repositoryRoot } from '../source-tree';
import { ended, runForkcast } from './served-kill';

const rounds = 12;

/** Number of events and of services: what a command that is whole changes together. */
const countsIn = (folder: string): string => {
  const { status, stdout } = runForkcast(folder, 'registry', 'status', '--format', 'json');
  expect(status).toBe(0);
  const { events, services } = JSON.parse(stdout) as { events: number; services: number };
  return `${events} events, ${services} services`;
};

describe('a command that is killed at any moment leaves the registry of before or of after, never one between', () => {
  const root = mkdtempSync(join(tmpdir(), 'forkcast-world-kill-'));
  const told: string[] = [];
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
    console.log(told.join('\n'));
  });

  test.each([
    ['seed', ['registry', 'seed']],
    ['reset', ['registry', 'reset', '--yes']],
    ['advance', ['registry', 'advance', '200d']],
    ['create', ['service', 'create', 'one', '--project', 'demo', '--service-type', 'pg', '--plan', 'startup-4']],
    ['write', ['registry', 'generate', 'one', 'defaultdb', '--rows', '1000', '--project', 'demo']],
  ])('%s', async (name, words) => {
    const first = join(root, `${name}-first`);
    mkdirSync(first);
    expect(runForkcast(first, 'registry', 'init', '--profile', 'instant').status).toBe(0);
    if (name === 'reset' || name === 'advance') expect(runForkcast(first, 'registry', 'seed').status).toBe(0);
    if (name === 'write')
      expect(
        runForkcast(
          first,
          'service',
          'create',
          'one',
          '--project',
          'demo',
          '--service-type',
          'pg',
          '--plan',
          'startup-4',
        ).status,
      ).toBe(0);
    const before = countsIn(first);
    const whole = join(root, `${name}-whole`);
    cpSync(first, whole, { recursive: true });
    const began = performance.now();
    const ran = runForkcast(whole, ...words);
    const took = performance.now() - began;
    expect([ran.stderr, ran.status]).toEqual([ran.stderr, 0]);
    const after = countsIn(whole);
    expect(after).not.toBe(before);
    const seen = new Map<string, number>();
    for (let round = 1; round <= rounds; round += 1) {
      const folder = join(root, `${name}-${round}`);
      cpSync(first, folder, { recursive: true });
      const child = spawn(process.execPath, [join(repositoryRoot, 'dist/bin/forkcast.js'), ...words], {
        cwd: folder,
        stdio: 'ignore',
        env: { ...process.env, FORKCAST_REGISTRY: '' },
      });
      await wait((took * round) / rounds);
      child.kill('SIGKILL');
      await ended(child);
      const counts = countsIn(folder);
      expect([before, after]).toContain(counts);
      expect(runForkcast(folder, 'registry', 'verify').status).toBe(0);
      const which = counts === before ? 'before' : 'after';
      seen.set(which, (seen.get(which) ?? 0) + 1);
      rmSync(folder, { recursive: true });
    }
    told.push(`${name}: ${rounds} kills, ${[...seen].map(([which, count]) => `${count} × ${which}`).join(', ')}`);
  });
});
