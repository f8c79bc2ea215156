// Does once what Terraform lets the local-exec program do, and keeps V8's code cache of all that ran beside the bundle, so that
// the first process of this Node version starts as fast as the others. bundle.mjs starts it; without it everything works.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Script } from 'node:vm';

const mostPolls = 5_000;
const bin = resolve(process.argv[2] ?? 'dist/bin');
const path = join(bin, 'local-exec-program.js');
const root = mkdtempSync(join(tmpdir(), 'forkcast-warm-'));
const registry = `sqlite:${join(root, 'registry.db')}`;
const init = ['registry', 'init', '--profile', 'instant', '--registry', registry];

// The same text as the one that local-exec.js compiles, or the cache is refused.
const script = new Script(readFileSync(path, 'latin1'), { filename: path });
const program = script.runInThisContext();

const run = async (operation, resource) => {
  const extra = { FORKCAST_OPERATION: operation, FORKCAST_REGISTRY: registry, FORKCAST_STACK: 'warm' };
  Object.assign(process.env, extra, { FORKCAST_RESOURCE: JSON.stringify(resource) });
  process.exitCode = undefined;
  program({ exports: {} }, createRequire(path), bin);
  for (let poll = 0; process.exitCode === undefined && poll < mostPolls; poll += 1) await setTimeout(1);
  if (process.exitCode !== 0) throw new Error(`${operation} ended with ${process.exitCode}`);
};

const service = (name, userConfig = {}) => ({
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
  stack: 'warm',
  path: `warm/${name}`,
});

try {
  execFileSync(process.execPath, [join(bin, 'forkcast.js'), ...init], { stdio: 'ignore' });
  const fork = service('fork', { service_to_fork_from: 'source' });
  await run('apply', service('source'));
  await run('apply', fork);
  await run('apply', { ...fork, tags: { team: 'orders' } });
  await run('terminate', { project: 'demo', service_name: 'fork' });
  const cache = join(bin, `local-exec-program.${process.version}-${process.arch}.cache`);
  writeFileSync(cache, script.createCachedData());
} finally {
  rmSync(root, { recursive: true, force: true });
}
