import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../source-tree';
import { inWorkshop, whenTerraform } from './workshop';

whenTerraform('an example that cannot work is refused by synth, and nothing is written', () => {
  test.each([
    [
      'clickhouse-fewer-nodes',
      '[clickhouse-fewer-nodes/fork] plan: Plan startup-16 has 1 of the 3 nodes of demo/events-ch',
    ],
    [
      'published-sample-wrong-cloud',
      '[published-sample-wrong-cloud/forked_pg] cloud_name: There is no cloud "eu-central-1". Did you mean "aws-eu-central-1"?',
    ],
  ])('%s', (example, message) => {
    inWorkshop(example, (workshop) => {
      const { code, text } = workshop.synth();
      expect(code).toBe(1);
      expect(text).toContain(message);
      expect(existsSync(join(workshop.folder, 'cdktf.out/stacks', example, 'cdk.tf.json'))).toBe(false);
    });
  });
});

/** Twice the id `fork` in one stack; the package as people get it. */
const colliding = `
const { App, TerraformStack } = require(${JSON.stringify(join(repositoryRoot, 'node_modules/cdktf'))});
const { Forkcast, Service } = require(${JSON.stringify(join(repositoryRoot, 'dist/index.js'))});
const app = new App();
const stack = new TerraformStack(app, 'rehearsal');
new Forkcast(stack, 'forkcast', { project: 'demo' });
const plain = { serviceType: 'pg', plan: 'business-4', cloudName: 'google-europe-west1' };
for (const serviceName of ['one', 'two']) new Service(stack, 'fork', { ...plain, serviceName });
app.synth();
`;

whenTerraform('what cdktf says of a refused app: first what is wrong, once on each stream, and no stack trace', () => {
  test.each([
    ['a rule', {}, [], '[clickhouse-fewer-nodes/fork] plan: Plan startup-16 has 1 of the 3 nodes'],
    ['a missing snapshot', { FORKCAST_REGISTRY: 'facts:missing.json' }, [], 'error: The facts of facts:'],
    ['an id twice', {}, ['--app', 'node twice.js'], 'error: rehearsal/fork: its scope has a construct with this id'],
  ])('%s', (_what, env, args, sentence) => {
    inWorkshop('clickhouse-fewer-nodes', (workshop) => {
      writeFileSync(join(workshop.folder, 'twice.js'), colliding);
      const { code, text } = workshop.cdktf(['synth', ...args], { CI: '1', ...env });
      expect(code).toBe(1);
      expect(text.split('\n')[0]).toContain(sentence);
      // The CLI repeats on its stderr what it logged of the app's.
      expect(text.split(sentence)).toHaveLength(3);
      expect(text).not.toMatch(/^\s+at /m);
    });
  });
});

describe('a registry that is named and cannot be read', () => {
  test('is told first and once, and ends the app with 1, as Node ends for every error that nobody catches', () => {
    const app = join(repositoryRoot, 'dist/examples/cross-region-fork/main.js');
    const folder = mkdtempSync(join(tmpdir(), 'forkcast-example-'));
    const ran = spawnSync(process.execPath, [app], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, FORKCAST_REGISTRY: 'facts:missing.json' },
    });
    rmSync(folder, { recursive: true, force: true });
    expect(ran.status).toBe(1);
    expect(ran.stderr.trimStart()).toMatch(
      /^\[error: The facts of facts:.*\n {7}forkcast explain FC_FACTS_UNREADABLE\]\n\nNode\.js .*\n$/,
    );
  });
});
