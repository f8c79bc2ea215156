import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Table from 'cli-table3';
import { findingsOf, folded, linesOf } from './demo/trim.mjs';
import { openWorkshop, terraformOnPath } from './demo/workshop.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const fork = 'orders-investigation';

class DemoFailedError extends Error {}

const expect = (isTrue, what, result) => {
  if (!isTrue) throw new DemoFailedError(`${what}\n${result ? `${result.out}\n${result.err}` : ''}`);
};

/** The part of an example that declares the fork. */
const declarationOf = (name) => {
  const lines = readFileSync(join(root, 'examples/demo', `${name}.ts`), 'utf8').split('\n');
  return lines.slice(
    lines.findIndex((line) => line.startsWith('orders.fork')),
    lines.findIndex((line) => line === '});') + 1,
  );
};

const grid = (head, rows) => {
  const drawn = new Table({
    head,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
    chars: Object.fromEntries(
      ['top', 'bottom', 'mid', 'left', 'right', 'middle']
        .map((side) => [side, ''])
        .concat(
          ['top', 'bottom', 'left', 'right'].flatMap((side) => [
            [`${side}-mid`, ''],
            [`${side}-left`, ''],
            [`${side}-right`, ''],
          ]),
          [['mid-mid', '']],
        ),
    ),
  });
  drawn.push(...rows);
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
};

const refuse = async (shop, print) => {
  shop.use('refused');
  print.title('A fork that cannot work is refused at synth, and nothing is written');
  print.code(declarationOf('refused'));
  print.command('cdktf synth');
  const refused = await shop.cdktf('synth');
  const findings = findingsOf(refused);
  expect(refused.code === 1 && findings.length === 3, 'The bad stack was not refused with three findings.', refused);
  for (const finding of findings) print.line(folded(finding));
  print.line(`exit ${refused.code}`);
};

const deploy = async (shop, print) => {
  shop.use('main');
  print.title('Corrected, it is deployed: a copy in another provider, as it was two days ago');
  print.code(declarationOf('main'));
  print.command('cdktf deploy --auto-approve');
  const deployed = await shop.cdktf('deploy', '--auto-approve');
  expect(deployed.code === 0, 'The deploy failed.', deployed);
  for (const line of deployed.out.split('\n').filter((text) => /^(WARN|INFO) \[/.test(text))) print.line(folded(line));
  for (const line of linesOf(deployed, [/^Plan:/, /created, RUNNING/, /^Apply complete/])) print.line(line);
  print.title('A second plan is empty');
  print.command('cdktf diff');
  const diff = await shop.cdktf('diff');
  const [noChanges] = linesOf(diff, [/^No changes\./]);
  expect(diff.code === 0 && noChanges, 'The second plan is not empty.', diff);
  print.line(noChanges);
};

const json = async (shop, ...args) => {
  const result = await shop.forkcast(...args, '--project', 'prod', '--format', 'json');
  expect(result.code === 0, `forkcast ${args.join(' ')} failed.`, result);
  return JSON.parse(result.out);
};

const contentsOf = async (shop, service) => ({
  rows: (await json(shop, 'registry', 'read', service, '--limit', '1000')).rows,
  users: (await json(shop, 'service', 'user-list', service)).users.map(({ username }) => username),
  databases: (await json(shop, 'service', 'database-list', service)).databases.map((name) => name.database ?? name),
});

const prove = async (shop, print) => {
  print.title('It holds exactly what its source held at that time');
  const [source, copy] = [await contentsOf(shop, 'orders-pg'), await contentsOf(shop, fork)];
  const row = (key, value) => (held) =>
    held.rows.some((found) => found.key === key && found.value === value) ? 'yes' : 'no';
  const has = (list, name) => (held) => (held[list].includes(name) ? 'yes' : 'no');
  /** @type {[string, string, (held: any) => string, string][]} */
  const questions = [
    ['row order-7001 = paid', 'written 2026-11-18 06:00', row('order-7001', 'paid'), 'yes yes'],
    ['row order-7002 = paid', 'written 2026-11-19 07:00', row('order-7002', 'paid'), 'yes no'],
    ['row order-7001 = shipped', 'written 2026-11-20 06:00', row('order-7001', 'shipped'), 'yes no'],
    ['user contractor', 'deleted 2026-11-19 03:00', has('users', 'contractor'), 'no yes'],
    ['database loyalty', 'created 2026-11-19 13:00', has('databases', 'loyalty'), 'yes no'],
  ];
  const answers = questions.map(([what, when, ask, expected]) => {
    const answer = [ask(source), ask(copy)];
    expect(answer.join(' ') === expected, `${what}: expected ${expected}, got ${answer.join(' ')}.`);
    return [what, when, ...answer];
  });
  print.line(grid(['', '', 'orders-pg now', `${fork} as of 2026-11-18 09:00`], answers));
};

const outlive = async (shop, print) => {
  print.title('What was not copied, and where it came from');
  for (const args of [
    ['service', 'manifest', fork],
    ['service', 'lineage', fork],
  ]) {
    print.command(`forkcast ${args.join(' ')}`);
    const shown = await shop.forkcast(...args, '--project', 'prod');
    expect(shown.code === 0, `forkcast ${args.join(' ')} failed.`, shown);
    print.line(shown.out.trimEnd());
  }
  print.title('Forty days later its source is gone: the fork lives on, and its plan is still empty');
  const before = await json(shop, 'registry', 'digest', fork);
  for (const args of [
    ['registry', 'advance', '40d'],
    ['service', 'terminate', 'orders-pg', '--force'],
  ]) {
    print.command(`forkcast ${args.join(' ')}`);
    const done = await shop.forkcast(...args, ...(args[0] === 'service' ? ['--project', 'prod'] : []));
    expect(done.code === 0, `forkcast ${args.join(' ')} failed.`, done);
  }
  print.command('cdktf diff');
  const diff = await shop.cdktf('diff');
  const [noChanges] = linesOf(diff, [/^No changes\./]);
  expect(diff.code === 0 && noChanges, 'The plan after 40 days is not empty.', diff);
  print.line(noChanges);
  const after = await json(shop, 'registry', 'digest', fork);
  expect(
    before.contents.data_digest !== undefined && before.contents.data_digest === after.contents.data_digest,
    'The contents of the fork changed.',
  );
  print.line(`data digest of ${fork}: ${after.contents.data_digest.slice(0, 16)}…, as before`);
};

/**
 * The main job on a made-up company, through the real terraform. Prints a transcript that is the same on every machine,
 * and fails when anything in it is not as it says. @throws DemoFailedError
 */
export const runDemo = async (terraform, write) => {
  const print = {
    title: (text) => write(`\n# ${text}\n`),
    code: (lines) => write(`${lines.map((line) => `    ${line}`).join('\n')}\n`),
    command: (text) => write(`$ ${text}\n`),
    line: (text) => write(`${text}\n`),
  };
  const shop = openWorkshop(terraform);
  try {
    write('# A company with weeks of history, on a clock that stands still\n');
    print.command('forkcast registry init --world demo --clock frozen --at 2026-11-20T09:00:00Z');
    const made = await shop.initRegistry();
    expect(made.code === 0, 'The registry could not be made.', made);
    print.command('forkcast service list --project prod');
    const list = await shop.forkcast('service', 'list', '--project', 'prod');
    expect(list.code === 0, 'The services could not be listed.', list);
    print.line(list.out.trimEnd());
    await refuse(shop, print);
    await deploy(shop, print);
    await prove(shop, print);
    await outlive(shop, print);
    shop.use('main');
    const destroyed = await shop.cdktf('destroy', '--auto-approve');
    expect(destroyed.code === 0, 'The destroy failed.', destroyed);
  } finally {
    shop.close();
  }
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const terraform = terraformOnPath();
  if (terraform === undefined) {
    console.error('The demo deploys with the real terraform: neither terraform nor tofu is on the PATH.');
    process.exit(3);
  }
  const startedAt = performance.now();
  try {
    await runDemo(terraform, (text) => process.stdout.write(text));
    console.error(
      `\nThe demo took ${((performance.now() - startedAt) / 1000).toFixed(0)} seconds, and has removed all that it made.\n` +
        'Open the same company in the console, in an empty folder: forkcast registry init --world demo, then forkcast console.',
    );
  } catch (error) {
    if (!(error instanceof DemoFailedError)) throw error;
    console.error(`The demo failed: ${error.message}`);
    process.exit(1);
  }
  // In one process, since a shell that is told to end does not tell the second of two.
  if (process.argv.includes('--both')) await import('./demo-provider.mjs');
}
