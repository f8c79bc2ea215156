import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Service } from '../../src/constructs';
import { anApp } from '../constructs/an-app';
import { forkcast } from './a-terminal';

const folder = mkdtempSync(join(tmpdir(), 'forkcast-inputs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return name;
};
const plan = readFileSync(join(__dirname, '../intake/plans/pg-moved.json'), 'utf8');
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

const synthesized = (): string => {
  const { app, stack } = anApp();
  new Service(stack, 'pg', { serviceName: 'pg-1', serviceType: 'pg', plan: 'business-4' });
  app.synth();
  return app.outdir;
};
const synthOutput = synthesized();

/** Each kind of input that somebody may give, the exit code of `check`, and what it says. */
const kinds: readonly (readonly [string, string, number, RegExp])[] = [
  ['a plan', file('plan.json', plan), 0, /judged/],
  ['a plan with a byte order mark', file('bom.json', `\uFEFF${plan}`), 0, /judged/],
  ['a plan in UTF-16 LE', file('le.json', utf16(`\uFEFF${plan}`)), 0, /judged/],
  ['a plan in UTF-16 BE', file('be.json', utf16(`\uFEFF${plan}`).swap16()), 0, /judged/],
  ['a plan in UTF-16 without a mark', file('bare.json', utf16(plan)), 0, /judged/],
  ['a synth output', synthOutput, 0, /judged/],
  ['the folder of a stack', join(synthOutput, 'stacks/demo'), 0, /judged/],
  ['a cdk.tf.json', join(synthOutput, 'stacks/demo/cdk.tf.json'), 0, /judged/],
  [
    'the stream of plan -json',
    file('stream', '{"@level":"info","@message":"x"}\n{"@level":"info"}\n'),
    2,
    /terraform plan -json.*terraform show -json/s,
  ],
  ['a saved plan', file('p.out', Buffer.from('504b0304140008000800', 'hex')), 2, /saved plan.*terraform show -json/s],
  [
    'the state file of Terraform',
    file('terraform.tfstate', '{"version":4,"serial":1,"lineage":"x","resources":[]}'),
    2,
    /terraform show -json/,
  ],
  ['a folder of something else', '.', 2, /Expected is/],
  ['a file that is not there', 'nowhere.json', 2, /nowhere\.json/],
  ['an empty file', file('empty.json', ''), 2, /it is empty/],
  ['blanks', file('blank.json', ' \n '), 2, /it is empty/],
  ['prose', file('prose.txt', 'hello'), 2, /it is no JSON/],
  ['a list', file('list.json', '[1]'), 2, /a list/],
  ['a number', file('number.json', '7'), 2, /no object/],
  ['another JSON', file('package.json', '{"name":"x"}'), 2, /Expected is/],
  ['huge depth', file('deep.json', `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`), 2, /deep\.json/],
  [
    'huge depth in a plan',
    file('deep-plan.json', plan.replace(/^\{/, `{"x":${'['.repeat(200_000)}${']'.repeat(200_000)},`)),
    0,
    /judged/,
  ],
  ['bytes of no text', file('bytes', Buffer.from([0xc3, 0x28, 0xff, 0xfe, 0x01])), 2, /Expected is/],
  ['a name that no file system takes', 'n'.repeat(5_000), 3, /n{20}/],
  ['a name with a zero', 'a\u0000b', 3, /cannot|not/],
];

describe.each(['check', 'review'] as const)('%s', (command) => {
  test.each(kinds)('of %s', async (_, path, exitCode, said) => {
    const ran = await forkcast([command, path], { cwd: folder });
    expect([ran.exitCode, exitCode === 0 ? '' : ran.err]).toEqual([
      exitCode,
      exitCode === 0 ? '' : expect.stringMatching(said),
    ]);
    if (exitCode === 0 && command === 'check') expect(ran.out).toMatch(said);
  });
});

describe('what comes in by a pipe', () => {
  test.each(['-', '/dev/stdin', '/dev/fd/0'])('as %s', async (path) => {
    const ran = await forkcast(['check', path], { cwd: folder, stdin: Buffer.from(plan) });
    expect([ran.exitCode, ran.out]).toEqual([0, expect.stringContaining('judged')]);
  });

  test('and is empty, is said to be so', async () => {
    const ran = await forkcast(['check', '-'], { cwd: folder, stdin: new Uint8Array() });
    expect([ran.exitCode, ran.err]).toEqual([2, expect.stringContaining('standard input: it is empty')]);
  });

  test('as <(...) of a shell', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const writer = spawn('sh', ['-c', 'cat plan.json > pipe'], { cwd: folder });
    const ended = new Promise((resolve) => writer.on('close', resolve));
    const ran = await forkcast(['check', 'pipe'], { cwd: folder });
    await ended;
    expect([ran.exitCode, ran.out]).toEqual([0, expect.stringContaining('judged')]);
  });
});
