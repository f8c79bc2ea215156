import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultCatalogue, type JsonObject } from '../../src/domain';
import { aFork, aService, someFacts } from '../../src/domain/testing';
import { allRules, reviewOf } from '../../src/rules';
import { planJson, type ResourceSpec } from '../intake/plan-builder';
import { aShellWithOrders } from './a-registry';
import { json } from './a-terminal';

const shell = aShellWithOrders();
const path = (file: string): string => join(shell.folder.path, file);
const rule = 'source/integrations-not-copied';
const made = ' --project demo --cloud google-europe-west1';

beforeAll(() =>
  shell.story(
    `service create logs-os -t opensearch -p business-8${made}`,
    `service create dash -t grafana -p startup-1${made}`,
    'service integration-create -t logs -s orders -d logs-os',
    'service integration-create -t dashboard -s dash -d orders',
  ),
);

const own = { project: 'demo', cloud_name: 'google-europe-west1', plan: 'business-4', service_name: 'copy' };

/** The providers whose plans are judged: what an integration of theirs is, and how each declares a fork. */
const providers = [
  [
    'aiven_pg',
    'aiven_service_integration',
    { tag: [{ key: 'team', value: 'shop' }], pg_user_config: [{ service_to_fork_from: 'orders' }] },
  ],
  [
    'forkcast_service',
    'forkcast_service_integration',
    { service_type: 'pg', tags: { team: 'shop' }, user_config: [{ service_to_fork_from: 'orders' }] },
  ],
] as const;

const blockOf = (type: string): string => `resource "${type}" "copy" {\n  service_name = "copy"\n}\n`;

/** What stands in the block of the integration, as Terraform plans it. */
const integrationsIn = (text: string, type: string): readonly ResourceSpec[] =>
  [...text.matchAll(new RegExp(`resource "${type}" "(\\w+)" \\{\n(.*?)\n\\}`, 'gs'))].map(
    ([, name = '', body = '']) => {
      const fields = [...body.matchAll(/^ {2}(\w+) += (.*)$/gm)].map(([, key = '', value = '']) => [
        key,
        /\.project$/.test(value) ? 'demo' : /\.service_name$/.test(value) ? 'copy' : value.replaceAll('"', ''),
      ]);
      const after: JsonObject = Object.fromEntries(fields);
      return { address: `${type}.${name}`, after };
    },
  );

const found = async (): Promise<string> =>
  JSON.stringify(json(await shell.run('check plan.json --source . --format json')));

const write = (...resources: readonly ResourceSpec[]): void =>
  writeFileSync(path('plan.json'), JSON.stringify(planJson({ resources })));

describe('check --fix of integrations that a fork does not declare', () => {
  test.each(providers)('of %s adds resources that git takes, and the finding is gone', async (type, kind, config) => {
    const fork = { address: `${type}.copy`, after: { ...own, ...config } };
    write(fork);
    writeFileSync(path('main.tf'), blockOf(type));
    expect(await found()).toContain(rule);

    const { out } = await shell.run('check plan.json --source . --fix=patch');
    const applied = spawnSync('git', ['apply', '-'], { cwd: shell.folder.path, input: out, encoding: 'utf8' });
    expect(applied.stderr).toBe('');
    const text = readFileSync(path('main.tf'), 'utf8');
    expect(text.startsWith(blockOf(type))).toBe(true);
    expect(text).toContain(`resource "${kind}" "copy_logs" {
  project                  = ${type}.copy.project
  integration_type         = "logs"
  source_service_name      = ${type}.copy.service_name
  destination_service_name = "logs-os"
}
`);
    expect(text).toContain(
      `  source_service_name      = "dash"\n  destination_service_name = ${type}.copy.service_name\n`,
    );
    const integrations = integrationsIn(text, kind);
    expect(integrations).toHaveLength(2);
    write(fork, ...integrations);
    expect(await found()).not.toContain(rule);
    // One of the two alone does not remove it, so the patch holds both.
    write(fork, ...integrations.slice(1));
    expect(await found()).toContain(rule);
  });

  test.each([
    ['of the file', 'main.tf', '"aiven_service_integration" "copy_logs"'],
    ['of another file', 'more.tf', '"aiven_service_integration" "copy_logs"'],
    ['without quotes', 'more.tf', 'aiven_service_integration copy_logs'],
  ])('gives each a name that no block has: one %s', async (_, file, head) => {
    write({ address: 'aiven_pg.copy', after: { ...own, ...providers[0][2] } });
    writeFileSync(path('more.tf'), '');
    writeFileSync(path('main.tf'), blockOf('aiven_pg'));
    appendFileSync(path(file), `\nresource ${head} {}\n`);
    const { out } = await shell.run('check plan.json --source . --fix=patch');
    expect(out).toContain('+resource "aiven_service_integration" "copy_logs_logs_os" {');
  });

  test.each(providers)('of %s, run again with the same plan, writes none that is declared', async (type, _, config) => {
    write({ address: `${type}.copy`, after: { ...own, ...config } });
    writeFileSync(path('more.tf'), '');
    writeFileSync(path('main.tf'), blockOf(type));
    const fix = 'check plan.json --source . --fix=write';
    await shell.run(fix);
    const written = readFileSync(path('main.tf'), 'utf8');
    const { err } = await shell.run(fix);
    expect(err).toContain('nothing to write, as it is declared already: make the plan again');
    expect(readFileSync(path('main.tf'), 'utf8')).toBe(written);

    // By references and the literal name, as a person writes them; the other of the two is missing.
    const [logs = '', dash = ''] = written.replace(blockOf(type), '').split('\n\n');
    const byHand = logs
      .replace(`${type}.copy.service_name`, '"copy" # the fork')
      .replace('"logs-os"', `${type}.logs.service_name`);
    writeFileSync(path('main.tf'), blockOf(type));
    writeFileSync(path('more.tf'), `${byHand}\nresource "${type}" "logs" {\n  service_name = "logs-os"\n}\n`);
    await shell.run(fix);
    const after = readFileSync(path('main.tf'), 'utf8').replace(blockOf(type), '');
    expect(after.trim()).toBe(dash.trim());
  });

  test('leaves one of several instances to write by hand', async () => {
    write({ address: 'aiven_pg.copy[0]', after: { ...own, ...providers[0][2] } });
    writeFileSync(path('main.tf'), blockOf('aiven_pg'));
    const { out, err } = await shell.run('check plan.json --source . --fix=patch');
    expect([out, err]).toEqual(['', expect.stringMatching(/by hand, as its block stands for several .*not-copied/)]);
  });

  test.each([
    ['goes to an endpoint', { type: 'external_postgresql', end: 'source', peer: 'backoffice' }],
    ['goes to another project', { type: 'logs', end: 'source', peer: 'other/logs-os' }],
    ['is a replica, which is made with its service', { type: 'read_replica', end: 'source', peer: 'demo/copy-2' }],
  ] as const)('offers nothing where one of them %s', (_, other) => {
    const fixes = [[], [{ id: '2', ...other }]].map((others) => {
      const metrics = { id: '1', type: 'metrics', end: 'source', peer: 'demo/metrics' } as const;
      const facts = someFacts({ services: [aService({ integrations: [metrics, ...others] })] });
      return reviewOf([aFork()], {
        facts,
        catalogue: defaultCatalogue,
        rules: allRules.filter(({ id }) => id === 'source/integrations-not-copied'),
      }).findings;
    });
    expect(fixes).toEqual([
      [expect.objectContaining({ fix: { kind: 'integrations', integrations: [expect.anything()] } })],
      [expect.not.objectContaining({ fix: expect.anything() })],
    ]);
  });
});
