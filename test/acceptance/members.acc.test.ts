import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtLibrary, terraformIn, withProvider } from './provider-twin';
import { inWorkshop, whenTerraform, type Workshop } from './workshop';

const app = (backend: string): string => `
const { App, TerraformOutput, TerraformStack } = require(${JSON.stringify(require.resolve('cdktf'))});
const forkcast = require(${JSON.stringify(builtLibrary)});
const app = new App();
const stack = new TerraformStack(app, 'demo');
new forkcast.Forkcast(stack, 'forkcast', { project: 'demo', backend: '${backend}' });
const source = forkcast.Service.fromRegistry(stack, 'source', { serviceName: 'source-pg', serviceType: 'pg' });
const fork = source.fork('fork', { serviceName: 'pg-fork', recovery: 'latest-transaction' }).importChildren();
new forkcast.Database(stack, 'orders', { service: fork, databaseName: 'orders' });
const reports = new forkcast.Database(stack, 'reports', { service: source, databaseName: 'reports', dependsOn: [fork] });
const user = new forkcast.ServiceUser(stack, 'api', { service: fork, username: 'orders-api' });
const web = { service: fork, poolName: 'web', databaseName: 'orders', poolSize: 7, dependsOn: [user] };
new forkcast.ConnectionPool(stack, 'web', web);
const logs = new forkcast.Service(stack, 'logs', { serviceType: 'opensearch', serviceName: 'logs', plan: 'business-4' });
new forkcast.ServiceIntegration(stack, 'to-logs', { integrationType: 'logs', source: fork, destination: logs });
if ('${backend}' === 'provider') {
  const { outputs } = fork;
  const windows = new forkcast.RecoveryWindowsData(stack, 'windows', { service: source });
  const output = (name, value, sensitive = false) =>
    new TerraformOutput(stack, 'out-' + name, { value, sensitive }).overrideLogicalId(name);
  output('uri', outputs.serviceUri, true);
  output('host', outputs.host);
  output('port', outputs.port);
  output('point', outputs.recoveryPoint);
  output('copied', outputs.manifest);
  output('password', user.password, true);
  output('now', windows.now);
  output('earlier', forkcast.recoveryTimeShift(stack, outputs.recoveryPoint, '-1h'));
  output('parsed', forkcast.recoveryTimeParse(stack, '2026-11-20 08:00'));
  output('lag', new forkcast.BackupRegionData(stack, 'lag', { service: fork }).status);
  output('newest', new forkcast.BackupsData(stack, 'backups', { service: source }).newest);
  output('clouds', new forkcast.CloudsData(stack, 'clouds', { cloudProvider: 'aws' }).clouds);
  output('plans', new forkcast.PlansData(stack, 'plans', { serviceType: 'pg' }).plans);
  output('databases', new forkcast.ServiceData(stack, 'now-source', { service: source, dependsOn: [reports] }).databases);
}
app.synth();
`;

/** Synthesizes the app, and runs terraform on its stack. */
const stackOf = (workshop: Workshop, backend: string, env: Readonly<Record<string, string>>) => {
  const main = join(workshop.folder, 'main.js');
  writeFileSync(main, app(backend));
  const folder = join(workshop.folder, 'cdktf.out/stacks/demo');
  return {
    synth: (): string => {
      const ran = spawnSync(process.execPath, [main], {
        cwd: workshop.folder,
        encoding: 'utf8',
        env: { ...process.env, CHECKPOINT_DISABLE: '1' },
      });
      expect({ code: ran.status, text: ran.stderr }).toEqual({ code: 0, text: '' });
      expect(terraformIn(folder, env, 'init', '-input=false', '-no-color')).toMatchObject({ code: 0 });
      return ran.stdout;
    },
    terraform: (...words: readonly string[]) => terraformIn(folder, env, ...words),
  };
};

const apply = ['apply', '-auto-approve', '-input=false', '-no-color'];
const plan = ['plan', '-detailed-exitcode', '-input=false', '-no-color'];

const withSource = (workshop: Workshop): void =>
  expect(
    workshop.forkcast('service', 'connection-pool-create', 'source-pg', '--pool-name', 'web', '--dbname', 'orders'),
  ).toMatchObject({ code: 0 });

whenTerraform('what is inside a fork', () => {
  test('is taken over by the apply that makes the fork, or imported; the next plan is empty, and all outputs are told', () => {
    inWorkshop('cross-region-fork', (workshop) => {
      withSource(workshop);
      const { synth, terraform } = stackOf(workshop, 'provider', withProvider(workshop));
      synth();
      const made = terraform(...apply);
      expect([made.code, made.text]).toEqual([0, expect.stringMatching(/Resources: 7 added, 0 changed, 0 destroyed/)]);
      expect(workshop.forkcast('service', 'connection-pool-list', 'pg-fork').text).toMatch(/web\s+orders\s+7\s/);
      synth();
      expect(terraform(...plan)).toEqual({ code: 0, text: expect.stringContaining('No changes') });
      const kept = ['forkcast_database.orders', 'forkcast_service_user.api', 'forkcast_connection_pool.web'];
      expect(terraform('state', 'rm', ...kept)).toMatchObject({ code: 0 });
      const taken = terraform(...apply);
      expect([taken.code, taken.text]).toEqual([
        0,
        expect.stringMatching(/3 imported, 0 added, 3 changed, 0 destroyed/),
      ]);
      expect(terraform(...plan)).toEqual({ code: 0, text: expect.stringContaining('No changes') });
      const outputs: Readonly<Record<string, { readonly value: unknown }>> = JSON.parse(
        terraform('output', '-json').text,
      );
      const value = (name: string): unknown => outputs[name]?.value;
      expect(value('uri')).toBe(
        String(value('uri')).replace(/@.*\//, `@${String(value('host'))}:${String(value('port'))}/`),
      );
      expect(value('password')).toEqual(expect.stringMatching(/.{8}/));
      expect(value('point')).toBe('2026-11-20T08:00:00Z');
      expect(value('earlier')).toBe('2026-11-20T07:00:00Z');
      expect(value('parsed')).toBe('2026-11-20T08:00:00Z');
      expect(value('copied')).toMatchObject({ copied: { databases: ['defaultdb', 'orders'] } });
      expect(value('now')).toBe('2026-11-20T08:00:00Z');
      expect(value('lag')).toBe('none');
      expect(value('databases')).toEqual(expect.arrayContaining(['orders', 'reports']));
      expect(value('newest')).toMatch(/^backup-/);
      expect([value('clouds'), value('plans')]).toEqual([expect.any(Array), expect.any(Array)]);
    });
  });

  test('is taken into HCL by the blocks that import-blocks prints, and the plan after is empty', () => {
    inWorkshop('cross-region-fork', (workshop) => {
      withSource(workshop);
      const env = withProvider(workshop);
      const fork = ['service', 'create', 'pg-fork', '-t', 'pg', '-p', 'business-4', '--cloud', 'aws-eu-central-1'];
      const point = ['-c', 'service_to_fork_from=source-pg', '-c', 'recovery_target_time=2026-11-20T08:00:00Z'];
      expect(workshop.forkcast(...fork, ...point)).toMatchObject({ code: 0 });
      const blocks = workshop.forkcast('import-blocks', 'pg-fork');
      expect(blocks).toMatchObject({ code: 0 });
      const source = 'source = "terraform.local/forkcast/forkcast"';
      const registry = `registry = "sqlite:${join(workshop.folder, '.forkcast/registry.db')}"`;
      const head = `terraform {\n  required_providers {\n    forkcast = { ${source} }\n  }\n}\nprovider "forkcast" {\n  ${registry}\n}\n`;
      writeFileSync(join(workshop.folder, 'main.tf'), `${head}${blocks.text}`);
      const terraform = (...words: readonly string[]) => terraformIn(workshop.folder, env, ...words);
      expect(terraform('init', '-input=false', '-no-color')).toMatchObject({ code: 0 });
      expect(terraform('fmt', '-check', 'main.tf')).toMatchObject({ code: 0 });
      const taken = terraform(...apply);
      expect([taken.code, taken.text]).toEqual([
        0,
        expect.stringMatching(/4 imported, 0 added, 0 changed, 0 destroyed/),
      ]);
      expect(terraform(...plan)).toEqual({ code: 0, text: expect.stringContaining('No changes') });
    });
  });

  test('is found by the commands of local-exec, which make what is missing and end nothing', () => {
    inWorkshop('cross-region-fork', (workshop) => {
      withSource(workshop);
      const { synth, terraform } = stackOf(workshop, 'terraform_data', { CHECKPOINT_DISABLE: '1' });
      synth();
      const made = terraform(...apply);
      expect(made).toMatchObject({ code: 0 });
      expect(made.text).toContain('user orders-api of pg-fork is there already');
      expect(made.text).toContain('created database reports in source-pg');
      expect(workshop.forkcast('service', 'connection-pool-list', 'pg-fork').text).toMatch(/web\s+orders\s+7\s/);
      expect(workshop.forkcast('service', 'integration-list', 'pg-fork').text).toMatch(/logs\s+pg-fork\s+logs/);
      expect(terraform(...plan)).toEqual({ code: 0, text: expect.stringContaining('No changes') });
    });
  });
});
