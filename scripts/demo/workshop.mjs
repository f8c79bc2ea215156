import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endsToo, goesToo } from './interrupted.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const timeoutMs = 120_000;

const project = {
  language: 'typescript',
  projectId: '6f0b7e0a-5d0e-4f3b-9f57-1f4f0d8f7c11',
  sendCrashReports: 'false',
  terraformProviders: [],
  terraformModules: [],
  context: {},
};

/** The program that plans and applies: terraform, else tofu; undefined when neither is on the PATH. */
export const terraformOnPath = () =>
  ['terraform', 'tofu'].find((name) =>
    (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name))),
  );

/** A folder of its own for one run, with commands that run in it; `close` removes it. */
export const openWorkshop = (terraform) => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-demo-'));
  const close = goesToo(folder);
  const { FORKCAST_REGISTRY, FORKCAST_PROJECT, TF_CLI_CONFIG_FILE, FORCE_COLOR, ...inherited } = process.env;
  const env = {
    ...inherited,
    ...(TF_CLI_CONFIG_FILE && existsSync(TF_CLI_CONFIG_FILE) ? { TF_CLI_CONFIG_FILE } : {}),
    CHECKPOINT_DISABLE: '1',
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: '1',
    TERRAFORM_BINARY_NAME: terraform,
    CI: '1',
    NO_COLOR: '1',
  };
  const run = (command, args) =>
    new Promise((resolve, reject) => {
      // In a group of its own: Ctrl-C at a terminal reaches the demo alone, which ends it with all that it has started.
      const options = { cwd: folder, env, timeout: timeoutMs, detached: true };
      const child = endsToo(spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] }));
      let [out, err] = ['', ''];
      child.stdout.on('data', (part) => (out += part));
      child.stderr.on('data', (part) => (err += part));
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, out, err }));
    });
  const forkcast = (...args) => run(process.execPath, [join(root, 'dist/bin/forkcast.js'), ...args]);
  return {
    folder,
    /** Makes `examples/demo/NAME.ts` the app of this folder. */
    use: (name) => {
      const app = `node ${JSON.stringify(join(root, 'dist/examples/demo', `${name}.js`))}`;
      writeFileSync(join(folder, 'cdktf.json'), JSON.stringify({ ...project, app }, null, 2));
    },
    forkcast,
    /** A company with weeks of history, on a clock that stands still. */
    initRegistry: () =>
      forkcast('registry', 'init', '--world', 'demo', '--clock', 'frozen', '--at', '2026-11-20T09:00:00Z'),
    cdktf: (...args) => run(join(root, 'node_modules/.bin/cdktf'), args),
    close,
  };
};
