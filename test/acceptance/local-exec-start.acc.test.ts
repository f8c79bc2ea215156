import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../source-tree';

const program = (name: string) => join(repositoryRoot, 'dist/bin', name);

/** A fork is made by a process of its own, whose start is most of what it costs. */
test('a process that makes a fork loads no cryptography of Node, and finds the code that the one before it has kept', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-start-'));
  try {
    const [registry, cache, told] = [`sqlite:${folder}/registry.db`, join(folder, 'cache'), join(folder, 'told.cjs')];
    mkdirSync(cache, { mode: 0o700 });
    writeFileSync(told, "process.once('exit', () => process._rawDebug(process.moduleLoadList.join(' ')));");
    const run = (words: readonly string[], env: Readonly<Record<string, string>> = {}) => {
      const { status, stderr } = spawnSync(process.execPath, words, {
        env: { PATH: process.env['PATH'], XDG_CACHE_HOME: cache, ...env },
        encoding: 'utf8',
      });
      expect([status, stderr]).toEqual([0, expect.anything()]);
      return stderr;
    };
    const apply = (name: string, userConfig: object = {}) =>
      run(['--require', told, program('local-exec.js')], {
        FORKCAST_OPERATION: 'apply',
        FORKCAST_REGISTRY: registry,
        FORKCAST_RESOURCE: JSON.stringify({
          project: 'demo',
          service_name: name,
          service_type: 'pg',
          plan: 'business-4',
          cloud_name: 'google-europe-west1',
          termination_protection: false,
          tags: {},
          user_config: userConfig,
          on_fork_change: 'refuse',
          create_timeout: '20m',
          stack: 'start',
          path: `start/${name}`,
        }),
      });
    run([program('forkcast.js'), 'registry', 'init', '--profile', 'instant', '--registry', registry]);
    apply('source');
    const kept = readdirSync(join(cache, 'forkcast'));
    // One of the command, and one of the program that makes forks.
    expect(kept).toHaveLength(2);
    const loaded = apply('fork', { service_to_fork_from: 'source' });
    expect(loaded).toContain('NativeModule vm');
    expect(loaded).not.toMatch(/NativeModule (?:crypto|internal\/crypto)/);
    expect(readdirSync(join(cache, 'forkcast'))).toEqual(kept);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
