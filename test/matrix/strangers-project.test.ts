import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../source-tree';

const folder = mkdtempSync(join(tmpdir(), 'forkcast-stranger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (cwd: string, program: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, FORKCAST_REGISTRY: '', FORKCAST_PROJECT: '' },
  });
  return { code: status, text: `${stdout}${stderr}` };
};

const packed = join(
  folder,
  run(repositoryRoot, 'npm', 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder).text.trim(),
);

/** A real install, which needs npm: without it these are skipped, visibly. */
const whenNpm = run(folder, 'npm', 'view', 'constructs@10.4.2', 'version').code === 0 ? describe : describe.skip;

const app = (toolkit: string, door: string): string => `
import { App, TerraformStack } from '${toolkit}';
import { Forkcast, Service } from '${door}';

const app = new App();
const stack = new TerraformStack(app, 'forks');
new Forkcast(stack, 'forkcast', { project: 'demo' });
const source = new Service(stack, 'pg', { serviceType: 'pg', serviceName: 'pg', plan: 'business-4', cloudName: 'aws-eu-west-1' });
source.fork('fork', { serviceName: 'pg-fork' });
app.synth();
`;

const types = ['typescript@5.9.3', '@types/node@20.19.43'];
const tsc = ['tsc', '--strict', '--module', 'commonjs', '--target', 'es2022', '--skipLibCheck', 'main.ts'];
const byTsc = [tsc, ['node', 'main.js']];

/** What npm is asked for beside the packed package, and how its program is run. The two ends of each range of `constructs` among them. */
const projects: readonly (readonly [string, string, readonly string[], readonly (readonly string[])[]])[] = [
  ['cdktf and the oldest constructs', 'forkcast', ['cdktf@0.21.0', 'constructs@10.4.2'], byTsc],
  ['cdktf and the newest constructs', 'forkcast', ['cdktf@0.21.0', 'constructs@10'], byTsc],
  ['cdktn and the oldest constructs', 'forkcast/cdktn', ['cdktn@0.24.0', 'constructs@10.6.0'], byTsc],
  ['cdktn and the newest constructs', 'forkcast/cdktn', ['cdktn@0.24.0', 'constructs@10.7'], byTsc],
  ['ts-node', 'forkcast', ['cdktf@0.21.0', 'constructs@10.7.2', 'ts-node@10'], [['ts-node', 'main.ts']]],
  [
    'swc',
    'forkcast',
    ['cdktf@0.21.0', 'constructs@10.7.2', '@swc-node/register@1', '@swc/core@1'],
    [['node', '-r', '@swc-node/register', 'main.ts']],
  ],
];

whenNpm('the packed package, installed by npm in a project of', () => {
  test.each(projects)('%s', (name, door, packages, lines) => {
    const place = mkdtempSync(join(folder, 'project-'));
    writeFileSync(join(place, 'package.json'), '{ "name": "my-forks", "private": true }');
    writeFileSync(
      join(place, 'tsconfig.json'),
      '{ "compilerOptions": { "module": "commonjs", "target": "es2022", "skipLibCheck": true } }',
    );
    const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
    const installed = run(place, 'npm', 'install', ...quiet, packed, ...packages, ...types);
    expect([name, installed]).toMatchObject([name, { code: 0 }]);
    expect(installed.text).not.toContain('ERESOLVE');
    const toolkit = door === 'forkcast' ? 'cdktf' : 'cdktn';
    writeFileSync(join(place, 'main.ts'), app(toolkit, door));
    for (const [program = '', ...args] of lines) {
      const bin = join(place, 'node_modules/.bin', program);
      expect(run(place, existsSync(bin) ? bin : program, ...args)).toEqual({ code: 0, text: expect.any(String) });
    }
    expect(existsSync(join(place, 'cdktf.out/stacks/forks/cdk.tf.json'))).toBe(true);
    rmSync(place, { recursive: true, force: true });
  });
});

test('the packed package is what npm would publish, and nothing is named that is not there', () => {
  const dry = run(folder, 'npm', 'publish', packed, '--dry-run', '--ignore-scripts', '--json');
  expect(dry).toMatchObject({ code: 0 });
  expect(dry.text).toMatch(/"name": "forkcast"/);
});
