import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../source-tree';
import { saysFirst } from './refused-synth';
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

saysFirst('a rule');

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
