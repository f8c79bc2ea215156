import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goesToo } from './demo/interrupted.mjs';
import { linesOf, plain } from './demo/trim.mjs';
import { openWorkshop, terraformOnPath } from './demo/workshop.mjs';

/*
 * npm run demo:provider
 * The demo's fork through Forkcast's own Terraform provider: refused by the plan where synth could not know, then made.
 */
const root = join(import.meta.dirname, '..');
const write = (text) => process.stdout.write(`${text}\n`);

class DemoFailedError extends Error {}

const expect = (isTrue, what, result) => {
  if (!isTrue) throw new DemoFailedError(`${what}\n${result.out}\n${result.err}`);
};

const install = (folder) => {
  const words = [join(root, 'dist/bin/forkcast.js'), 'provider', 'install', '--dir', folder, '--format', 'json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new DemoFailedError(stderr);
  return JSON.parse(stdout).exports;
};

/** What Terraform says of an error, from its summary on, without its frame. */
const errorsOf = ({ out, err }) => {
  const lines = plain(`${out}\n${err}`)
    .split('\n')
    .map((line) => line.replace(/^\s*(recovery\s+)?[│╷╵]?\s?/, '').trimEnd());
  const from = lines.findIndex((line) => line.startsWith('Error: '));
  const to = lines.findIndex((line, at) => at > from && line.startsWith('More: '));
  return from === -1 ? [] : lines.slice(from, to === -1 ? from + 12 : to + 1).filter((line) => line !== '');
};

const run = async (shop) => {
  const cdktf = (command, time, ...words) => {
    const asked = [command, ...words, `--var=recovery_time=${time}`];
    write(`$ cdktf ${asked.join(' ')} --skip-provider-lock`);
    return shop.cdktf(...asked, '--skip-provider-lock');
  };
  const made = await shop.initRegistry();
  expect(made.code === 0, 'The registry could not be made.', made);
  write('# The same stack with another backend; its recovery time is a variable, so synth cannot judge it\n');
  shop.use('provider');
  const lines = readFileSync(join(root, 'examples/demo/provider.ts'), 'utf8').split('\n');
  for (const line of lines.filter((text) => /backend|recovery_time|time:/.test(text))) write(`    ${line}`);
  write('\n# The plan judges it, and refuses at the attribute: nothing is made');
  const refused = await cdktf('diff', '2026-11-01T09:00:00Z');
  const errors = errorsOf(refused);
  expect(
    refused.code !== 0 && errors.some((line) => line.includes('before-window')),
    'The plan did not refuse.',
    refused,
  );
  for (const line of errors) write(line);
  const time = '2026-11-18T09:00:00Z';
  write('\n# A time that can be restored is deployed');
  const deployed = await cdktf('deploy', time, '--auto-approve');
  expect(deployed.code === 0, 'The deploy failed.', deployed);
  for (const line of linesOf(deployed, [/^Plan:/, /Creation complete/, /^Apply complete/])) write(line);
  write('\n# A second plan is empty');
  const diff = await cdktf('diff', time);
  const [noChanges] = linesOf(diff, [/^No changes\./]);
  expect(diff.code === 0 && noChanges, 'The second plan is not empty.', diff);
  write(noChanges);
};

const terraform = terraformOnPath();
if (terraform === undefined) {
  console.error('The demo deploys with the real terraform: neither terraform nor tofu is on the PATH.');
  process.exit(3);
}
const startedAt = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'forkcast-provider-'));
const removeFolder = goesToo(folder);
let shop;
try {
  Object.assign(process.env, install(folder));
  shop = openWorkshop(terraform);
  await run(shop);
  console.error(
    `\nThe demo took ${((performance.now() - startedAt) / 1000).toFixed(0)} seconds, and has removed all that it made.`,
  );
} catch (error) {
  if (!(error instanceof DemoFailedError)) throw error;
  console.error(`The demo failed: ${error.message}`);
  process.exitCode = 1;
} finally {
  shop?.close();
  removeFolder();
}
