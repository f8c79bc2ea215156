import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { quietEnv, runNode } from '../kit/processes.mjs';

const entry = resolve(import.meta.dirname, '../../dist/bin/forkcast.js');
const required = { forkcast: { source: 'terraform.local/forkcast/forkcast' } };

/** The environment in which Terraform finds the provider without a network. */
const installed = (root) =>
  JSON.parse(runNode([entry, 'provider', 'install', '--format', 'json'], { cwd: root }).stdout).exports;

/**
 * Puts a configuration into a folder of its own and makes it ready; `reattach` uses a resident provider.
 * @param {{ root: string, registry: string, reattach?: string }} place
 */
export const openFolder = ({ root, registry, reattach }, label, resource, { isProvider }) => {
  const folder = join(root, label);
  mkdirSync(folder, { recursive: true });
  const provider = isProvider
    ? { terraform: { required_providers: required }, provider: { forkcast: { registry } } }
    : {};
  writeFileSync(join(folder, 'main.tf.json'), JSON.stringify({ ...provider, resource }));
  const { TF_CLI_CONFIG_FILE: _, ...inherited } = quietEnv;
  const env = {
    ...inherited,
    CHECKPOINT_DISABLE: '1',
    TF_IN_AUTOMATION: '1',
    ...(isProvider ? installed(root) : {}),
    ...(reattach === undefined ? {} : { TF_REATTACH_PROVIDERS: reattach }),
  };
  const run = (...words) => {
    const started = performance.now();
    execFileSync('terraform', words, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
    return performance.now() - started;
  };
  run('init', '-input=false');
  return {
    plan: () => run('plan', '-input=false'),
    save: () => run('plan', '-input=false', '-out=plan'),
    apply: () => run('apply', '-input=false', 'plan'),
    destroy: () => run('destroy', '-auto-approve', '-input=false'),
  };
};

/** A service as the provider takes it. */
export const serviceOf = (name, settings) => ({
  project: 'demo',
  service_name: name,
  service_type: 'pg',
  plan: 'business-4',
  cloud_name: 'google-europe-west1',
  ...(settings === undefined ? {} : { user_config: settings }),
});

/** As many resources as asked for, by name. */
export const many = (count, make) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`r${index}`, make(index)]));
