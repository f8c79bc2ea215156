import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { PackedProject } from '../acceptance/packed';
import { whenTerraform } from '../acceptance/workshop';
import { repositoryRoot } from '../source-tree';

/** cdktn's own program needs Node 22.19, which npm has as a package, without a script that would fetch anything. */
const needed = ['cdktn-cli@0.24.0', `node-${process.platform}-${process.arch}@22`];

const tools = mkdtempSync(join(tmpdir(), 'forkcast-cdktn-'));
const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--no-save', '--prefix', tools, ...needed];
const isHere = spawnSync('npm', install, { cwd: tools, stdio: 'ignore' }).status === 0;

/** Skipped, visibly, where npm has them not. */
const whenCdktn = isHere ? whenTerraform : describe.skip;

const app = `
import { App, TerraformStack } from 'cdktn';
import { Forkcast, Service } from 'forkcast/cdktn';

const app = new App();
const stack = new TerraformStack(app, 'forks');
new Forkcast(stack, 'forkcast', { project: 'demo', backend: process.env['BACKEND'] === 'provider' ? 'provider' : 'terraform_data' });
const orders = Service.fromRegistry(stack, 'orders', { serviceName: 'orders', serviceType: 'pg' });
orders.fork('fork', { serviceName: 'orders-fork' });
app.synth();
`;

whenCdktn('an app of cdktn by its own program, on the Node that it asks for', () => {
  const project = new PackedProject();
  const node = join(tools, 'node_modules', needed[1]?.replace(/@.*$/, '') ?? '', 'bin');
  const cdktn = join(tools, 'node_modules/cdktn-cli/bundle/bin/cdktn');
  const env = { PATH: `${node}${delimiter}${process.env['PATH'] ?? ''}`, FORKCAST_PROJECT: 'demo', NO_COLOR: '1' };
  const run = (program: string, ...args: readonly string[]) => project.run(program, args, { env });
  const forkcast = (line: string) =>
    run('node', join(project.folder, 'node_modules/forkcast/dist/bin/forkcast.js'), ...line.split(' '));

  beforeAll(() => {
    project.install('cdktn', 'constructs', 'typescript', '@types/node', 'undici-types');
    writeFileSync(join(project.folder, 'main.ts'), app);
    const settings = { language: 'typescript', app: 'node main.js', projectId: 'forks', sendCrashReports: 'false' };
    writeFileSync(join(project.folder, 'cdktf.json'), JSON.stringify(settings));
    const tsc = join(repositoryRoot, 'node_modules/typescript/bin/tsc');
    const flags = ['--strict', '--module', 'nodenext', '--skipLibCheck', '--target', 'es2022', 'main.ts'];
    expect(run('node', tsc, ...flags)).toEqual({ code: 0, text: '' });
    for (const line of [
      'registry init --profile instant --clock frozen',
      'service create orders -t pg -p business-4 --cloud google-europe-west1',
      'registry advance 1h',
    ])
      expect(forkcast(line)).toMatchObject({ code: 0 });
  });
  afterAll(() => {
    project.remove();
    rmSync(tools, { recursive: true, force: true });
  });

  test('it is that Node, and no cdktf is near', () => {
    expect(run('node', '--version').text).toMatch(/^v22\./);
    expect(run('node', '-e', 'require.resolve("cdktf")').code).toBe(1);
  });

  test('is deployed, shows no difference, and is destroyed', () => {
    const made = run('node', cdktn, 'deploy', 'forks', '--auto-approve');
    expect([made.code, made.text]).toEqual([0, expect.stringContaining('Apply complete! Resources: 3 added')]);
    expect(forkcast('service list').text).toContain('orders-fork');
    const written: unknown = JSON.parse(
      readFileSync(join(project.folder, 'cdktf.out/stacks/forks/cdk.tf.json'), 'utf8'),
    );
    expect(written).toMatchObject({ resource: { terraform_data: expect.anything() } });
    const diff = run('node', cdktn, 'diff', 'forks');
    expect([diff.code, diff.text]).toEqual([0, expect.stringContaining('No changes.')]);
    const gone = run('node', cdktn, 'destroy', 'forks', '--auto-approve');
    expect([gone.code, gone.text]).toEqual([0, expect.stringContaining('Destroy complete! Resources: 3 destroyed')]);
    expect(forkcast('service list').text).not.toContain('orders-fork');
  });

  test('the same by the provider', () => {
    expect(forkcast('provider install')).toMatchObject({ code: 0 });
    const rc = join(project.folder, '.forkcast/provider/terraform.rc');
    const made = project.run('node', [cdktn, 'deploy', 'forks', '--auto-approve', '--skip-provider-lock'], {
      env: { ...env, BACKEND: 'provider', TF_CLI_CONFIG_FILE: rc },
    });
    expect([made.code, made.text]).toEqual([0, expect.stringContaining('Apply complete! Resources: 1 added')]);
    expect(forkcast('service list').text).toContain('orders-fork');
  });
});
