// Forks made by Terraform through the local-exec backend, against as many `local-exec` of `node -e 0`, in one run.
// A fork is two processes: one that makes it, one that ends it.
// usage: node bench/local-exec.mjs [--count 100] [--rounds 3] [--single 25]
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '3' },
    single: { type: 'string', default: '25' },
  },
});
const [count, rounds, single] = [Number(values.count), Number(values.rounds), Number(values.single)];
const bin = resolve(import.meta.dirname, '../dist/bin');
const entry = join(bin, 'local-exec.js');
const root = mkdtempSync(join(tmpdir(), 'forkcast-bench-'));
const registry = `sqlite:${join(root, 'registry.db')}`;
// A certificate bundle would triple the start of every Node process, and with it hide what is measured.
const { NODE_EXTRA_CA_CERTS: _, ...inherited } = process.env;
const cacheHome = join(root, 'cache');
mkdirSync(cacheHome, { mode: 0o700 });
const env = { ...inherited, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1', XDG_CACHE_HOME: cacheHome };
/** Where no folder can be made, nothing compiled is kept. */
const withoutCache = { XDG_CACHE_HOME: '/dev/null' };

const resourceOf = (name, userConfig = {}) => ({
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
  stack: 'bench',
  path: `bench/${name}`,
});

const applyAlone = (resource, cache = {}) => {
  const FORKCAST_RESOURCE = JSON.stringify(resource);
  const extra = { FORKCAST_OPERATION: 'apply', FORKCAST_REGISTRY: registry, FORKCAST_RESOURCE, ...cache };
  const { status, stderr } = spawnSync('node', [entry], { env: { ...env, ...extra } });
  if (status !== 0) throw new Error(`local-exec ended with ${status}: ${stderr}`);
};

/** What Forkcast runs, and what it is compared with: the same resources and environment, and a process that does nothing. */
const forkcast = 'node "$FORKCAST_ENTRY"';
const nothing = 'node -e 0';

const localExec = (command, operation, cache, extra = {}) => ({
  'local-exec': {
    command,
    environment: {
      FORKCAST_ENTRY: entry,
      FORKCAST_OPERATION: operation,
      FORKCAST_REGISTRY: registry,
      FORKCAST_RESOURCE: '${jsonencode(self.triggers_replace)}',
      ...cache,
    },
    ...extra,
  },
});

const forks = (round, command, cache = {}) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const name = `fork-${round}-${index}`;
      const { project, service_name } = resourceOf(name);
      const settings = resourceOf(name, { service_to_fork_from: 'source' });
      return [
        [
          `id-${name}`,
          {
            triggers_replace: { project, service_name },
            provisioner: [localExec(command, 'terminate', cache, { when: 'destroy' })],
          },
        ],
        [
          name,
          {
            triggers_replace: settings,
            depends_on: [`terraform_data.id-${name}`],
            provisioner: [localExec(command, 'apply', cache)],
          },
        ],
      ];
    }).flat(),
  );

const withoutCommands = Object.fromEntries(Array.from({ length: count }, (_, index) => [`r${index}`, {}]));

const terraform = (folder, ...words) =>
  execFileSync('terraform', words, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });

const secondsOf = (label, resources) => {
  const folder = join(root, label);
  mkdirSync(folder);
  writeFileSync(join(folder, 'main.tf.json'), JSON.stringify({ resource: { terraform_data: resources } }));
  terraform(folder, 'init', '-input=false');
  const timed = (...words) => {
    const started = performance.now();
    terraform(folder, ...words, '-auto-approve', '-input=false');
    return (performance.now() - started) / 1000;
  };
  return { apply: timed('apply'), destroy: timed('destroy') };
};

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** What forks are compared with runs before and after them: other work on the machine then weighs on both. */
const roundOf = (round) => {
  const none = secondsOf(`none-${round}`, withoutCommands).apply;
  const before = secondsOf(`before-${round}`, forks(round, nothing));
  const { apply, destroy } = secondsOf(`forks-${round}`, forks(round, forkcast));
  const cold = secondsOf(`cold-${round}`, forks(`c${round}`, forkcast, withoutCache));
  const after = secondsOf(`after-${round}`, forks(round, nothing));
  const baseApply = (before.apply + after.apply) / 2;
  const baseDestroy = (before.destroy + after.destroy) / 2;
  return { none, baseApply, baseDestroy, apply, destroy, cold };
};

const processesOfOneFork = () =>
  Object.values(forks(0, forkcast)).reduce((sum, { provisioner }) => sum + provisioner.length, 0) / count;

const singleRuns = () => {
  /** @type {number[][]} */
  const [base, forkRuns, coldRuns] = [[], [], []];
  for (let run = 0; run < single; run += 1) {
    let started = performance.now();
    spawnSync('node', ['-e', '0'], { env });
    base.push(performance.now() - started);
    started = performance.now();
    applyAlone(resourceOf(`single-${run}`, { service_to_fork_from: 'source' }));
    forkRuns.push(performance.now() - started);
    started = performance.now();
    applyAlone(resourceOf(`cold-${run}`, { service_to_fork_from: 'source' }), withoutCache);
    coldRuns.push(performance.now() - started);
  }
  return { baseMs: median(base), forkMs: median(forkRuns), coldMs: median(coldRuns) };
};

const report = (metric, value, unit, bar) => {
  const text = `${metric}: ${value.toFixed(2)} ${unit}${bar === undefined ? '' : ` (bar ${bar}: ${value <= bar ? 'held' : 'MISSED'})`}`;
  process.stdout.write(`${text}\n`);
};

try {
  execFileSync('node', [join(bin, 'forkcast.js'), 'registry', 'init', '--profile', 'instant', '--registry', registry], {
    env,
    stdio: 'ignore',
  });
  applyAlone(resourceOf('source'));
  const { baseMs, forkMs, coldMs } = singleRuns();
  const times = Array.from({ length: rounds }, (_, round) => roundOf(round));
  const medianOf = (measure) => median(times.map(measure));
  report('node -e 0, alone', baseMs, 'ms');
  report('one fork through local-exec, alone', forkMs, 'ms');
  report('one fork / node -e 0, alone', forkMs / baseMs, 'x');
  report('one fork / node -e 0, alone, without the code cache', coldMs / baseMs, 'x');
  for (const [metric, measure] of [
    [`terraform apply of ${count}, no command`, ({ none }) => none],
    [`terraform apply of ${count} forks, node -e 0 in the place of Forkcast`, ({ baseApply }) => baseApply],
    [`terraform apply of ${count} forks`, ({ apply }) => apply],
    [`terraform destroy of ${count} forks, node -e 0 in the place of Forkcast`, ({ baseDestroy }) => baseDestroy],
    [`terraform destroy of ${count} forks`, ({ destroy }) => destroy],
  ])
    report(metric, medianOf(measure), 's');
  report('processes of one fork, made and ended', processesOfOneFork(), 'processes', 2);
  report(
    'apply, each process / node -e 0',
    medianOf(({ apply, baseApply }) => apply / baseApply),
    'x',
    1.5,
  );
  report(
    'destroy, each process / node -e 0',
    medianOf(({ destroy, baseDestroy }) => destroy / baseDestroy),
    'x',
    1.5,
  );
  report(
    'apply without the code cache, each process / node -e 0',
    medianOf(({ cold, baseApply }) => cold.apply / baseApply),
    'x',
  );
  report(
    'destroy without the code cache, each process / node -e 0',
    medianOf(({ cold, baseDestroy }) => cold.destroy / baseDestroy),
    'x',
  );
} finally {
  rmSync(root, { recursive: true, force: true });
}
