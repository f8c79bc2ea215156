import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { existsSync, readdirSync } from 'node:fs';

/*
 * node scripts/test.mjs PROJECT... [--whole] [--seed SEED] [--runs N] [jest arguments]
 * --whole: properties play all their examples, and tables all their rows.
 * Runs the jest projects, the fast one first, and ends with one line: N passed, N failed, N skipped.
 */
const known = ['fast', 'integration', 'cdktn', 'acceptance', 'conformance', 'matrix', 'sim'];
const needsBuild = new Set(['acceptance', 'matrix']);
/** What may fetch a package or a vendor's client; all others speak to this machine alone. */
const needsNetwork = new Set(['conformance', 'matrix']);
const environmentOf = { '--seed': 'FORKCAST_SIM_SEED', '--runs': 'FORKCAST_SIM_RUNS' };

/** Room for the many short-lived objects of a test file: the collector of them took a twelfth of the time. Workers inherit it. */
const youngSpace = '--max-semi-space-size=32';

const parse = (argv) => {
  /** @type {{ projects: string[], env: NodeJS.ProcessEnv, rest: string[] }} */
  const asked = { projects: [], env: {}, rest: [] };
  for (let index = 0; index < argv.length; index += 1) {
    const [name, inline] = argv[index].split('=', 2);
    if (asked.rest.length === 0 && known.includes(name)) asked.projects.push(name);
    else if (name === '--whole') asked.env.FORKCAST_WHOLE = '1';
    else if (name in environmentOf) asked.env[environmentOf[name]] = inline ?? argv[(index += 1)];
    else asked.rest.push(argv[index]);
  }
  return asked;
};

const start = (program, args, env) =>
  new Promise((resolve) => {
    spawn(program, args, { stdio: 'inherit', env }).on('close', (code) => resolve(code === 0));
  });

const run = (args, env) => start(process.execPath, args, env);

const onPath = (name) => (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

/** Packs the package for all tests that install it. */
const pack = async (folder, env) => {
  const packed = await start('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], env);
  const name = readdirSync(folder).find((file) => file.endsWith('.tgz'));
  return packed && name !== undefined ? { FORKCAST_PACKED: join(folder, name) } : {};
};

/** The fast tests answer first; the others run in one go, so that no processor waits for the last file of each. */
const rounds = (projects) =>
  [projects.filter((name) => name === 'fast'), projects.filter((name) => name !== 'fast')].filter(
    ({ length }) => length > 0,
  );

/** One process more than there are processors where tests wait for programs, browsers and clocks; what is asked for wins. */
const workers = (projects, rest) =>
  projects.includes('acceptance') && !rest.some((word) => /^(-w|-i|--maxWorkers|--runInBand)/.test(word))
    ? ['--maxWorkers', String(availableParallelism() + 1)]
    : [];

const runProjects = async (projects, rest, env, folder) => {
  const project = projects.join(' and ');
  const report = join(folder, `${projects[0]}.json`);
  const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
  const startedAt = performance.now();
  const ok = await run(
    [
      ...[youngSpace, jest, '--selectProjects', ...projects, '--json', '--outputFile', report, '--passWithNoTests'],
      ...[...workers(projects, rest), ...rest],
    ],
    env,
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const found = existsSync(report) ? JSON.parse(await readFile(report, 'utf8')) : undefined;
  const failed = found ? found.numFailedTests + found.numRuntimeErrorTestSuites : 0;
  return {
    project,
    seconds,
    passed: found?.numPassedTests ?? 0,
    failed: failed === 0 && !ok ? 1 : failed,
    skipped: found ? found.numPendingTests + found.numTodoTests : 0,
  };
};

const { projects, env: asked, rest } = parse(process.argv.slice(2));
/** @type {NodeJS.ProcessEnv} */
const env = { CHECKPOINT_DISABLE: '1', ...process.env, ...asked };
// A file of authorities is read at every start of Node, for as long as the start itself takes, and no test without a network asks for one.
if (!projects.some((project) => needsNetwork.has(project))) delete env.NODE_EXTRA_CA_CERTS;
// Terraform complains of a file of settings that is not there before it says what a test reads.
if (!existsSync(env.TF_CLI_CONFIG_FILE ?? '')) delete env.TF_CLI_CONFIG_FILE;
const folder = await mkdtemp(join(tmpdir(), 'forkcast-test-'));
const results = [];
try {
  if (projects.some((project) => needsBuild.has(project))) {
    if (!(await run(['scripts/build.mjs'], env))) process.exit(1);
    if (!onPath('terraform') && !onPath('tofu')) {
      console.log('Neither terraform nor tofu is on the PATH: the tests that need one are skipped.');
    }
  }
  const packed = projects.includes('acceptance') ? await pack(folder, env) : {};
  for (const round of rounds(projects)) results.push(await runProjects(round, rest, { ...env, ...packed }, folder));
} finally {
  await rm(folder, { recursive: true, force: true });
}

const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${results.map(({ project, seconds }) => `${project} ${seconds.toFixed(1)} s`).join(', ')}`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode = sum('failed') > 0 || sum('passed') + sum('skipped') === 0 ? 1 : 0;
