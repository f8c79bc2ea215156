import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../src/domain';
import { planJson, service, stateJson, type ResourceSpec } from '../intake/plan-builder';
import { aShellWithOrders } from './a-registry';
import { aFolder, json } from './a-terminal';

const page = readFileSync(join(__dirname, '../../docs/review/verdicts.md'), 'utf8');

interface Row {
  readonly input: string;
  readonly word: string;
  readonly sentence: string;
  readonly exitCode: number;
  readonly strict: number;
  readonly verdict: string;
  readonly extent: string;
}

/** The rows of the published table: it is what these tests assert. */
const rows: readonly Row[] = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| input'))
  .map((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const [, input = '', word = '', sentence = '', exitCode = '', strict = '', verdict = '', extent = ''] = cells;
    return { input, word, sentence, exitCode: Number(exitCode), strict: Number(strict), verdict, extent };
  });

const copy: ResourceSpec = {
  address: 'aiven_pg.copy',
  after: service('pg', 'orders-copy', {
    cloud_name: 'aws-eu-central-1',
    user_config: { service_to_fork_from: 'orders', recovery_target_time: '2026-11-22T12:00:00Z' },
  }),
};
const lateCopy: ResourceSpec = {
  address: 'aiven_pg.copy',
  after: service('pg', 'orders-copy', {
    cloud_name: 'aws-eu-central-1',
    user_config: { service_to_fork_from: 'orders', recovery_target_time: '2026-10-01T12:00:00Z' },
  }),
};
const orders = service('pg', 'orders', { cloud_name: 'aws-eu-central-1' });
const ordersThat = (...actions: readonly string[]): ResourceSpec => ({
  address: 'aiven_pg.orders',
  actions,
  before: orders,
  ...(actions[0] === 'no-op' ? { after: orders } : {}),
});
const refused: ResourceSpec = { address: 'aiven_pg.refused', after: orders };
const beside: ResourceSpec = { address: 'aiven_pg.beside', actions: ['no-op'], before: orders, after: orders };

const planned = service('pg', 'orders-copy', { cloud_name: 'aws-eu-central-1' });
const hiddenBlock = Object.fromEntries(Object.entries(planned).filter(([name]) => name !== 'pg_user_config'));

/** A plan whose configuration has a block that its changes do not show. */
const without = (address: string, plan: JsonObject, marks: JsonObject): JsonObject => {
  const changes = Array.isArray(plan['resource_changes']) ? plan['resource_changes'] : [];
  return {
    ...plan,
    ...marks,
    resource_changes: changes.filter((change: { readonly address?: string }) => change.address !== address),
  };
};

const cdktf = (body: JsonObject): JsonObject => ({ terraform: {}, ...body });
const fields = {
  project: 'demo',
  service_name: 'orders-copy',
  service_type: 'pg',
  plan: 'business-4',
  cloud_name: 'aws-eu-central-1',
  user_config: { service_to_fork_from: 'orders', recovery_target_time: '2026-11-22T12:00:00Z' },
};

/** The input that each row names. */
const inputs: Readonly<Record<string, { readonly file: JsonObject | string; readonly facts?: 'none' }>> = {
  'whole plan of a fork that works': { file: planJson({ resources: [copy] }) },
  'whole plan of a fork that cannot work': { file: planJson({ resources: [lateCopy] }) },
  'errored plan': {
    file: without('aiven_pg.refused', planJson({ resources: [copy, refused] }), {
      errored: true,
      complete: false,
      applyable: false,
    }),
  },
  'partial plan (`-target`)': {
    file: without('aiven_pg.beside', planJson({ resources: [copy, beside] }), { complete: false }),
  },
  'plan of a destroy': { file: planJson({ resources: [ordersThat('delete')] }) },
  'plan that destroys beside what it makes': {
    file: planJson({
      resources: [
        copy,
        {
          address: 'aiven_mysql.old',
          actions: ['delete'],
          before: service('mysql', 'old', { cloud_name: 'aws-eu-central-1' }),
        },
      ],
    }),
  },
  'empty plan': { file: { ...planJson({ resources: [ordersThat('no-op')] }), applyable: false } },
  'plan that only imports': {
    file: planJson({ resources: [{ ...ordersThat('no-op'), importing: { id: 'demo/orders' } }] }),
  },
  'synth output whose values are known after apply': {
    file: cdktf({ resource: { forkcast_service: { copy: { ...fields, plan: '${var.plan}' } } } }),
  },
  'plan that does not show whether a block is there': {
    file: planJson({
      resources: [{ address: 'aiven_pg.copy', after: hiddenBlock, unknown: { pg_user_config: true } }],
    }),
  },
  'plan whose source is sensitive': {
    file: planJson({ resources: [{ ...copy, sensitive: { pg_user_config: [{ service_to_fork_from: true }] } }] }),
  },
  'plan of which Terraform puts a part off': {
    file: {
      ...planJson({ resources: [copy] }),
      complete: false,
      deferred_changes: [
        {
          reason: 'instance_count_unknown',
          resource_change: {
            address: 'aiven_pg.later',
            mode: 'managed',
            type: 'aiven_pg',
            name: 'later',
            change: { actions: ['create'] },
          },
        },
      ],
    },
  },
  'stream of `plan -json`': {
    file: '{"@level":"info","@message":"Terraform 1.11.4","type":"version"}\n{"@level":"info","@message":"Plan"}\n',
  },
  'saved plan (`plan -out`)': { file: 'PK\u0003\u0004tfplan' },
  'anything else': { file: 'hello' },
  'refresh-only plan': {
    file: {
      ...planJson({ resources: [] }),
      resource_drift: [
        {
          address: 'aiven_pg.orders',
          mode: 'managed',
          type: 'aiven_pg',
          name: 'orders',
          change: { actions: ['delete'], before: orders, after: null },
        },
      ],
    },
  },
  'plan after a service was powered off elsewhere': {
    file: {
      ...planJson({ resources: [ordersThat('no-op')] }),
      resource_drift: [
        {
          address: 'aiven_pg.orders',
          mode: 'managed',
          type: 'aiven_pg',
          name: 'orders',
          change: {
            actions: ['update'],
            before: { ...orders, state: 'RUNNING' },
            after: { ...orders, state: 'POWEROFF' },
          },
        },
      ],
    },
  },
  'plan that forgets a service (`removed`)': { file: planJson({ resources: [ordersThat('forget')] }) },
  state: { file: stateJson([{ address: 'aiven_pg.orders', after: orders }]) },
  'synth output without facts': { file: cdktf({ resource: { forkcast_service: { copy: fields } } }), facts: 'none' },
  'synth output with a module': {
    file: cdktf({ resource: { forkcast_service: { copy: fields } }, module: { databases: { source: './databases' } } }),
  },
  'plan with an unknown service type': {
    file: planJson({ resources: [copy, { address: 'aiven_lakehouse.x', after: service('lakehouse', 'x') }] }),
  },
  'plan that destroys a database of a service which stays': {
    file: planJson({
      resources: [
        beside,
        {
          address: 'aiven_pg_database.app',
          actions: ['delete'],
          before: { project: 'demo', service_name: 'orders', database_name: 'app' },
        },
      ],
    }),
  },
  'plan whose values are known after apply': {
    file: planJson({
      resources: [{ ...copy, unknown: { plan: true }, after: { ...copy.after, plan: null }, config: { plan: {} } }],
    }),
  },
};

describe('the table of verdicts', () => {
  const shell = aShellWithOrders();
  const elsewhere = aFolder();

  test('has an input for each row, and a row for each input', () => {
    expect(rows.map(({ input }) => input).sort()).toEqual(Object.keys(inputs).sort());
  });

  test.each(rows)('$input: a report of tests, and annotations, fail where the run does', async ({ input, word }) => {
    const given = inputs[input];
    const path = join(shell.folder.path, 'input.json');
    writeFileSync(path, typeof given?.file === 'string' ? given.file : JSON.stringify(given?.file));
    if (word === 'error') return;
    for (const command of ['check', 'review'])
      for (const strict of ['', ' --strict']) {
        const ran = async (format: string) =>
          shell.run(
            `${command} ${path}${strict} --format ${format}`,
            given?.facts === 'none' ? { cwd: elsewhere.path } : {},
          );
        const [junit, github] = [await ran('junit'), await ran('github')];
        const failures = Number(/<testsuites [^>]*failures="(\d+)"/.exec(junit.out)?.[1]);
        const fails = {
          junit: failures > 0,
          tests: junit.out.includes('<failure '),
          github: /^::error /.test(github.out),
        };
        const ends = { junit: junit.exitCode, tests: junit.exitCode, github: github.exitCode };
        expect([command + strict, fails]).toEqual([
          command + strict,
          { junit: ends.junit === 1, tests: ends.tests === 1, github: ends.github === 1 },
        ]);
      }
  });

  test.each(rows)('$input: $word', async ({ input, word, sentence, exitCode, strict, verdict, extent }) => {
    const given = inputs[input];
    const text = typeof given?.file === 'string' ? given.file : JSON.stringify(given?.file);
    writeFileSync(join(shell.folder.path, 'input.json'), text);
    const ran = (line: string) => shell.run(line, given?.facts === 'none' ? { cwd: elsewhere.path } : {});
    const path = join(shell.folder.path, 'input.json');
    const [check, card] = [await ran(`check ${path}`), await ran(`review ${path}`)];
    const strictly = await ran(`check ${path} --strict --format json`);
    expect([check.exitCode, card.exitCode, strictly.exitCode]).toEqual([exitCode, exitCode, strict]);
    if (word === 'error') {
      expect([check.err, card.err]).toEqual([expect.stringContaining(sentence), expect.stringContaining(sentence)]);
      return;
    }
    expect(check.out).toMatch(new RegExp(`^${word}: \\d+ error`, 'm'));
    const flat = (words: string): string =>
      words.replaceAll(path, 'PATH').replaceAll(shell.folder.path, 'FOLDER').replace(/\n +/g, ' ');
    expect(flat(check.out)).toContain(sentence);
    expect(card.out.split('\n')[0]).toMatch(new RegExp(`^${word}: `));
    expect(flat(card.out.split('\n')[0] ?? '')).toContain(sentence);
    expect(json(strictly)).toMatchObject({ verdict, inputs: [{ extent }] });
  });
});
