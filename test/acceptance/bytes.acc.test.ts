import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { App, LocalBackend } from 'cdktf';
import { Service } from '../../src/constructs';
import { aStack, noWorld } from '../constructs/an-app';

const terraform = ['terraform', 'tofu'].find((name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name))),
);

const nasty = [
  '${HOME}',
  '$${x}',
  '%{if true}',
  '%%{x}',
  'a "quoted" \'word\'',
  'two\nlines\r\n\ttab',
  '$(touch /tmp/forkcast-was-here) `id`',
  'back\\slash \\n',
  '<&> é 日本 \u2028',
  '${jsonencode(self)}',
];

/** Stands in for the program that local-exec runs: it writes down what reached it. */
const recorder = `
const { appendFileSync } = require('node:fs');
appendFileSync(__dirname + '/received.jsonl', process.env.FORKCAST_OPERATION + ' ' + process.env.FORKCAST_RESOURCE + '\\n');
`;

(terraform ? describe : describe.skip)('through the real Terraform', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-bytes-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (cwd: string, ...args: readonly string[]): void => {
    const ran = spawnSync(terraform ?? '', args, {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, CHECKPOINT_DISABLE: '1' },
    });
    if (ran.status !== 0) expect(`${ran.stdout}${ran.stderr}`).toBe('');
  };

  test('every value reaches the command byte for byte, at create and at destroy', () => {
    writeFileSync(join(folder, 'entry.js'), recorder);
    const app = new App({ outdir: join(folder, 'out'), skipValidation: true });
    const stack = aStack(app, 'demo', undefined, {}, { ...noWorld, entry: join(folder, 'entry.js') });
    new LocalBackend(stack, { path: join(folder, 'state.tfstate') });
    const tags = Object.fromEntries(nasty.map((text, index) => [`${index} ${text}`, text]));
    const settings = { shared: nasty, nested: { [nasty[0] ?? '']: nasty[1] ?? '' } };
    new Service(stack, 'pg', {
      serviceType: 'pg',
      serviceName: 'name-${with}-%{marks}',
      plan: 'business-4',
      tags,
      userConfig: { pg: settings },
    });
    app.synth();
    const cwd = join(folder, 'out', 'stacks', 'demo');
    run(cwd, 'init', '-no-color');
    run(cwd, 'apply', '-auto-approve', '-no-color');
    run(cwd, 'destroy', '-auto-approve', '-no-color');

    const received = readFileSync(join(folder, 'received.jsonl'), 'utf8').trim().split('\n');
    expect(received.map((line) => line.split(' ', 1)[0])).toEqual(['apply', 'terminate']);
    const [applied, terminated] = received.map((line): unknown => JSON.parse(line.slice(line.indexOf(' ') + 1)));
    expect(applied).toMatchObject({ service_name: 'name-${with}-%{marks}', tags, user_config: { pg: settings } });
    expect(terminated).toEqual({ project: 'demo', service_name: 'name-${with}-%{marks}' });
  });
});
