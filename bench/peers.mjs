import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { interleaved, median } from './kit/numbers.mjs';
import { processorMs, quietEnv, runNode } from './kit/processes.mjs';
import { mirrorOf, openPlan } from './peers/terraform.mjs';

const entry = resolve(import.meta.dirname, '../dist/bin/forkcast.js');
const own = resolve(import.meta.dirname, '../dist/bin/terraform-provider-forkcast.js');
const floor = resolve(import.meta.dirname, 'peers/floor.mjs');
const rounds = Number(process.env.BENCH_ROUNDS ?? '5') * 3;

/** Programs that are compared where the environment names them. */
const peers = {
  vendor: { variable: 'FORKCAST_VENDOR_PROVIDER', address: 'registry.terraform.io/aiven/aiven', version: '4.61.0' },
  null: { variable: 'FORKCAST_NULL_PROVIDER', address: 'registry.terraform.io/hashicorp/null', version: '3.2.4' },
};

const serve = (registry) =>
  new Promise((done, fail) => {
    const words = [entry, 'registry', 'serve', '--listen', '127.0.0.1:0', '--registry', registry];
    const child = spawn(process.execPath, words, { env: quietEnv, stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.once('data', (line) => done({ child, url: /http:\/\/\S+/.exec(String(line))?.[0] }));
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}`)));
  });

const place = { project: 'demo', plan: 'business-4', cloud_name: 'google-europe-west1' };
const keys = { service_to_fork_from: 'source' };

/** The same new fork for each provider; for one that forks nothing, the resource that it has. */
const configurations = (url) => ({
  none: { resource: { terraform_data: { one: {} } } },
  own: {
    terraform: { required_providers: { forkcast: { source: 'terraform.local/forkcast/forkcast' } } },
    provider: { forkcast: { registry: url } },
    resource: { forkcast_service: { one: { ...place, service_name: 'copy', service_type: 'pg', user_config: keys } } },
  },
  vendor: {
    terraform: { required_providers: { aiven: { source: 'aiven/aiven' } } },
    provider: { aiven: { api_token: 'none' } },
    resource: { aiven_pg: { one: { ...place, service_name: 'copy', pg_user_config: [keys] } } },
  },
  null: {
    terraform: { required_providers: { null: { source: 'hashicorp/null' } } },
    resource: { null_resource: { one: {} } },
  },
});

const ratioOf = (results, name, other) => median(results[name].map((value, round) => value / results[other][round]));

const rowsOf = (results) => {
  const ms = (what, name, times = 1) => ({ what, value: times * median(results[name]), unit: 'ms' });
  const compared = (what, name, bar) =>
    results[name] === undefined
      ? { what, skipped: `${peers[name].variable} names no program` }
      : { what, value: ratioOf(results, 'own', name), unit: '×', ...(bar === undefined ? {} : { bar }) };
  return [
    { ...ms('three times node that does nothing', 'node', 3), floor: true },
    { ...ms('three times node with TLS, HTTP/2 and a key', 'protocol', 3), floor: true },
    ms('plan of 1, terraform alone', 'none'),
    ms('plan of 1 new fork', 'own'),
    ...(results.vendor === undefined ? [] : [ms("plan of 1 new fork, the vendor's provider", 'vendor')]),
    ...(results.null === undefined ? [] : [ms('plan of 1, the null provider', 'null')]),
    compared("plan of 1 new fork / the vendor's provider", 'vendor', 1.2),
    compared('plan of 1 new fork / plan of 1, the null provider', 'null'),
    {
      what: 'plan of 1 new fork / terraform alone and three times node with TLS, HTTP/2 and a key',
      value: median(results.own.map((value, at) => value / (results.none[at] + 3 * results.protocol[at]))),
      unit: '×',
    },
  ];
};

/** What a plan costs the processor, beside providers that are programs in Go. */
export const measure = async () => {
  const root = mkdtempSync(join(tmpdir(), 'forkcast-bench-'));
  const registry = `sqlite:${join(root, 'registry.db')}`;
  const forkcast = (...words) => runNode([entry, ...words, '--registry', registry], { cwd: root });
  const state = { stop: () => {} };
  try {
    forkcast('registry', 'init', '--profile', 'instant');
    const at = ['--service-type', 'pg', '--plan', 'business-4', '--cloud', 'google-europe-west1', '--project', 'demo'];
    forkcast('service', 'create', 'source', ...at, '--wait');
    const { child, url } = await serve(registry);
    state.stop = () => {
      child.removeAllListeners('exit');
      child.kill('SIGTERM');
    };
    const named = Object.entries(peers).flatMap(([name, { variable, ...peer }]) =>
      process.env[variable] ? [{ name, ...peer, file: resolve(process.env[variable]) }] : [],
    );
    const ours = { address: 'terraform.local/forkcast/forkcast', version: '0.1.0', file: own };
    const env = { ...mirrorOf(root, [ours, ...named]), AIVEN_WEB_URL: url };
    const of = configurations(url);
    const plans = Object.fromEntries(
      ['none', 'own', ...named.map(({ name }) => name)].map((name) => [name, openPlan(root, name, of[name], env)]),
    );
    const bare = (kind) => () => processorMs(process.execPath, [floor, kind], { env });
    // The first plan keeps the code for those that are measured.
    plans.own();
    const results = await interleaved(rounds, {
      node: bare('nothing'),
      protocol: bare('protocol'),
      ...plans,
    });
    return {
      title: 'Beside providers in Go',
      lead:
        "Processor time of all processes of one fresh plan, Terraform's own included, on a served registry, in turns; the code of the program is " +
        'kept. Terraform starts a provider three times for it. Programs to compare with are named in the environment: ' +
        `${Object.values(peers)
          .map(({ variable }) => `\`${variable}\``)
          .join(', ')}.`,
      rows: rowsOf(results),
    };
  } finally {
    state.stop();
    rmSync(root, { recursive: true, force: true });
  }
};
