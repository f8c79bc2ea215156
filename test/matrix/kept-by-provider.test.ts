import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whenTerraform } from '../acceptance/workshop';
import { repositoryRoot } from '../source-tree';

/** What the provider of version 0.1.0 left in a folder: its configuration, its state and its registry, with a row in the fork. */
const kept = join(repositoryRoot, 'test/golden/kept/0.1.0/provider');

whenTerraform('the folder of a stack that the provider of version 0.1.0 applied', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-kept-provider-'));
  const env = {
    ...process.env,
    CHECKPOINT_DISABLE: '1',
    FORKCAST_REGISTRY: 'sqlite:registry.db',
    FORKCAST_PROJECT: 'demo',
    TF_CLI_CONFIG_FILE: join(folder, '.forkcast/provider/terraform.rc'),
  };
  const run = (program: string, line: string) => {
    const { status, stdout, stderr } = spawnSync(program, line.split(' '), { cwd: folder, env, encoding: 'utf8' });
    return { code: status, text: `${stdout}${stderr}` };
  };
  const forkcast = (line: string) => run(process.execPath, `${join(repositoryRoot, 'dist/bin/forkcast.js')} ${line}`);

  beforeAll(() => {
    cpSync(kept, folder, { recursive: true });
    expect(forkcast('provider install')).toMatchObject({ code: 0 });
    expect(run('terraform', 'init -input=false -no-color')).toMatchObject({ code: 0 });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const planned = () => run('terraform', 'plan -input=false -no-color -detailed-exitcode');

  test('nothing is planned, though the state lacks what was added since', () => {
    expect(readFileSync(join(folder, 'terraform.tfstate'), 'utf8')).not.toContain('service_host');
    const { code, text } = planned();
    expect([code, text]).toEqual([0, expect.stringContaining('No changes.')]);
  });

  test('an apply fills it in, changes no service, and the next plan is empty', () => {
    const { code, text } = run('terraform', 'apply -input=false -no-color -auto-approve');
    expect([code, text]).toEqual([0, expect.stringContaining('0 added, 0 changed, 0 destroyed')]);
    const state = readFileSync(join(folder, 'terraform.tfstate'), 'utf8');
    expect(state).toMatch(/"service_host": "orders-fork-\w+\.forkcast\.internal"/);
    expect(state).toMatch(/"service_port": \d+/);
    expect(planned().code).toBe(0);
    expect(forkcast('registry read orders-fork --key mine').text).toContain('mine');
  });

  test('what it made is its own: an end is planned for, and only for that', () => {
    const gone = run('terraform', 'destroy -input=false -no-color -auto-approve');
    expect([gone.code, gone.text]).toEqual([0, expect.stringContaining('Resources: 2 destroyed')]);
    expect(forkcast('service list').text).toContain('orders');
    expect(forkcast('service list').text).not.toContain('orders-fork');
  });
});
