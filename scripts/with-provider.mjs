import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/*
 * npm run with-provider -- COMMAND [ARGUMENTS]
 * Runs a command with the Forkcast provider at hand: builds and installs it when that is not done yet, and exports what Terraform
 * needs to find it without a network. The examples then use the provider, and cdktf asks no registry for lock hashes.
 */
const root = join(import.meta.dirname, '..');
const bin = join(root, 'dist/bin');
const lockingCommands = new Set(['deploy', 'diff', 'destroy', 'output', 'plan', 'apply']);

const [command, ...words] = process.argv.slice(2);
if (command === undefined) {
  console.error('Which command? For example: npm run with-provider -- cdktf deploy');
  process.exit(2);
}

const runNode = (args) => spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
if (!existsSync(join(bin, 'terraform-provider-forkcast.js')) || !existsSync(join(bin, 'forkcast.js'))) {
  const built = runNode(['scripts/build.mjs']);
  if (built.status !== 0) {
    console.error(`The provider cannot be built.\n${built.stdout}${built.stderr}`);
    process.exit(1);
  }
}
const installed = runNode([join(bin, 'forkcast.js'), 'provider', 'install', '--format', 'json']);
if (installed.status !== 0) {
  console.error(installed.stderr);
  process.exit(installed.status ?? 1);
}

const isLocking = command === 'cdktf' && lockingCommands.has(words[0]) && !words.includes('--skip-provider-lock');
const env = {
  ...process.env,
  ...JSON.parse(installed.stdout).exports,
  FORKCAST_BACKEND: 'provider',
  PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
};
const child = spawn(command, [...words, ...(isLocking ? ['--skip-provider-lock'] : [])], { stdio: 'inherit', env });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
child.on('error', (error) => {
  console.error(`${command} cannot be run: ${error.message}`);
  process.exitCode = 3;
});
child.on('close', (code) => (process.exitCode = code ?? 1));
