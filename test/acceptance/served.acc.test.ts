import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ended, killRounds, runForkcast, startServer } from '../matrix/served-kill';
import { Workshop, whenTerraform } from './workshop';

describe('forkcast registry serve', () => {
  test('loses nothing that it acknowledged when it is killed under load', async () => {
    const { acknowledged, lost } = await killRounds(3);
    expect(lost).toEqual([]);
    expect(acknowledged).toBeGreaterThan(10);
  });

  test('tells its address, finishes what is in flight when it is told to stop, and ends with 0', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'forkcast-served-'));
    try {
      expect(runForkcast(folder, 'registry', 'init', '--profile', 'instant').status).toBe(0);
      const { child, url } = await startServer(folder);
      const at = ['--registry', url];
      expect(runForkcast(folder, 'registry', 'fault', 'set', '--latency', '400ms', ...at).status).toBe(0);
      const slow = fetch(`${url}/v1/project`);
      await new Promise((resolve) => setTimeout(resolve, 150));
      child.kill('SIGTERM');
      expect((await slow).status).toBe(200);
      expect(await ended(child)).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('keeps to its tokens, also over a reset', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'forkcast-served-'));
    try {
      expect(runForkcast(folder, 'registry', 'init', '--profile', 'instant').status).toBe(0);
      const token = runForkcast(folder, 'registry', 'token', 'create').stdout.trim();
      const { child, url } = await startServer(folder);
      const headers = { authorization: `aivenv1 ${token}` };
      expect((await fetch(`${url}/v1/project`)).status).toBe(401);
      expect((await fetch(`${url}/v1/forkcast/reset`, { method: 'POST', headers })).status).toBe(200);
      expect((await fetch(`${url}/v1/project`)).status).toBe(401);
      expect((await fetch(`${url}/v1/project`, { headers })).status).toBe(200);
      child.kill('SIGTERM');
      expect(await ended(child)).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

whenTerraform('a deploy against a served registry', () => {
  test('makes the fork there, and finds nothing to do afterwards', async () => {
    const workshop = new Workshop('cross-region-fork');
    try {
      const { child, url } = await startServer(workshop.folder);
      const env = { FORKCAST_REGISTRY: url };
      expect(workshop.terraform('apply', env)).toMatchObject({ code: 0 });
      expect(workshop.terraform('plan', env).text).toContain('No changes');
      const listed = workshop.forkcast('service', 'list', '--project', 'demo', '--registry', url).text;
      expect(listed).toBe(workshop.services());
      child.kill('SIGTERM');
      await ended(child);
    } finally {
      workshop.remove();
    }
  });
});
