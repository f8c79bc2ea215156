import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { modules, programs } from './what-runs/compiled.mjs';
import { functionsThatRan } from './what-runs/source-functions.mjs';
import { oneRequestAndOneRule } from './what-runs/in-process.mjs';

/*
 * node scripts/what-runs.mjs, after npm run build: how many files of src and their functions run at least once on each of the ways that
 * ARCHITECTURE.md tells of, by V8's coverage. What Terraform starts is measured as it ships, all else as modules.
 */
const folder = mkdtempSync(join(tmpdir(), 'forkcast-what-runs-'));
const library = join(folder, 'node_modules/forkcast');
const forkcast = join(library, 'dist/bin/forkcast.js');

const write = (files, outdir) => {
  for (const [path, { text }] of files) {
    mkdirSync(dirname(join(outdir, path)), { recursive: true });
    writeFileSync(join(outdir, path), text);
  }
};

/** The package with modules that have maps, beside what it depends on. */
const install = async () => {
  mkdirSync(library, { recursive: true });
  for (const name of readdirSync('node_modules').filter((each) => each !== 'forkcast' && !each.startsWith('.')))
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
  cpSync('package.json', join(library, 'package.json'));
  cpSync('dist/bin', join(library, 'dist/bin'), { recursive: true });
  const src = await modules('src', join(library, 'dist'));
  write(src, join(library, 'dist'));
  write(await modules('examples', join(folder, 'app')), join(folder, 'app'));
  return src;
};

const environment = {
  ...process.env,
  CHECKPOINT_DISABLE: '1',
  FORKCAST_REGISTRY: '',
  XDG_CACHE_HOME: join(folder, 'cache'),
};

/** A folder with the example's world in a registry. */
const workshop = (name) => {
  const cwd = join(folder, name);
  mkdirSync(cwd);
  writeFileSync(join(cwd, 'cdktf.json'), '{}');
  const run = (program, words, env = {}, place = cwd) =>
    execFileSync(program, words, { cwd: place, env: { ...environment, ...env }, encoding: 'utf8' });
  const world = resolve('examples/cross-region-fork/world.json');
  run(process.execPath, [forkcast, 'registry', 'init', '--world', world]);
  return { cwd, run };
};

/** Whatever scripts the processes told of that wrote into a folder. */
const scriptsIn = (coverage) =>
  readdirSync(coverage).flatMap((file) => JSON.parse(readFileSync(join(coverage, file), 'utf8')).result);

const byLocalExec = () => {
  const { cwd, run } = workshop('local-exec');
  const [synth, exec] = ['synth', 'exec'].map((name) => join(folder, 'coverage', name));
  run(process.execPath, [join(folder, 'app/cross-region-fork/main.js')], { NODE_V8_COVERAGE: synth });
  const stack = join(cwd, 'cdktf.out/stacks/cross-region-fork');
  run('terraform', ['init', '-input=false'], {}, stack);
  run('terraform', ['apply', '-auto-approve', '-input=false'], { NODE_V8_COVERAGE: exec }, stack);
  return { synth: scriptsIn(synth), exec: scriptsIn(exec) };
};

const configuration = `terraform {
  required_providers {
    forkcast = { source = "terraform.local/forkcast/forkcast" }
  }
}
provider "forkcast" {
  project = "demo"
}
resource "forkcast_service" "copy" {
  service_name = "pg-fork"
  service_type = "pg"
  plan         = "business-4"
  cloud_name   = "aws-eu-central-1"
  user_config {
    service_to_fork_from = "source-pg"
  }
}
`;

const byProvider = () => {
  const { cwd, run } = workshop('provider');
  const coverage = join(folder, 'coverage/provider');
  const installed = JSON.parse(run(process.execPath, [forkcast, 'provider', 'install', '--format', 'json']));
  writeFileSync(join(cwd, 'main.tf'), configuration);
  run('terraform', ['init', '-input=false'], installed.exports);
  const env = { ...installed.exports, NODE_V8_COVERAGE: coverage };
  run('terraform', ['plan', '-input=false', '-out=plan.bin'], env);
  run('terraform', ['apply', '-input=false', 'plan.bin'], env);
  return scriptsIn(coverage);
};

const shown = (name, ran) =>
  console.log(
    `| ${name} | ${new Set([...ran].map((one) => one.split(':', 1)[0])).size} / ${ran.size.toLocaleString('en')} |`,
  );

try {
  const src = await install();
  const shipped = await programs();
  const inProgram = ({ url, functions }) => {
    const name = basename(url).replace(/_v[\d.]+$/, '.js');
    const found = /\/(?:bin|mirror)\//.test(url) ? shipped.get(name) : undefined;
    // The provider's file is two scripts, of which the program has what is wrapped around it.
    return found === undefined || found.length === functions[0]?.ranges[0]?.endOffset ? found : undefined;
  };
  const prefix = `${join(library, 'dist')}/`;
  const inModule = ({ url }) => {
    const path = url.replace(/^file:\/\//, '');
    const compiled = path.startsWith(prefix) ? src.get(path.slice(prefix.length)) : undefined;
    return compiled && { compiled, from: 0 };
  };
  const { synth, exec } = byLocalExec();
  const executed = functionsThatRan(exec, inProgram);
  shown(
    'construct → event: a synth, then its local-exec',
    new Set([...functionsThatRan(synth, inModule), ...executed]),
  );
  shown('of these the local-exec alone', executed);
  shown('provider: plan, then apply', functionsThatRan(byProvider(), inProgram));
  const { cwd } = workshop('served');
  const alone = await oneRequestAndOneRule(join(library, 'dist'), join(cwd, '.forkcast/registry.db'));
  for (const [name, scripts] of Object.entries(alone)) shown(name, functionsThatRan(scripts, inModule));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
