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
const inputs: Readonly<Record<string, { readonly file: JsonObject; readonly facts?: 'none' }>> = {
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
  'plan that forgets a service (`removed`)': { file: planJson({ resources: [ordersThat('forget')] }) },
  state: { file: stateJson([{ address: 'aiven_pg.orders', after: orders }]) },
  'synth output without facts': { file: cdktf({ resource: { forkcast_service: { copy: fields } } }), facts: 'none' },
  'synth output with a module': {
    file: cdktf({ resource: { forkcast_service: { copy: fields } }, module: { databases: { source: './databases' } } }),
  },
  'plan with an unknown service type': {
    file: planJson({ resources: [copy, { address: 'aiven_lakehouse.x', after: service('lakehouse', 'x') }] }),
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

  test.each(rows)('$input: $word', async ({ input, word, sentence, exitCode, strict, verdict, extent }) => {
    const given = inputs[input];
    writeFileSync(join(shell.folder.path, 'input.json'), JSON.stringify(given?.file));
    const ran = (line: string) => shell.run(line, given?.facts === 'none' ? { cwd: elsewhere.path } : {});
    const check = await ran(`check ${join(shell.folder.path, 'input.json')}`);
    const card = await ran(`review ${join(shell.folder.path, 'input.json')}`);
    expect(check.out).toMatch(new RegExp(`^${word}: \\d+ error`, 'm'));
    const flat = (text: string): string =>
      text.replaceAll(shell.folder.path + '/input.json', 'PATH').replace(/\n +/g, ' ');
    expect(flat(check.out)).toContain(sentence);
    expect(card.out.split('\n')[0]).toMatch(new RegExp(`^${word}: `));
    expect(flat(card.out.split('\n')[0] ?? '')).toContain(sentence);
    expect([check.exitCode, card.exitCode]).toEqual([exitCode, exitCode]);
    const strictly = await ran(`check ${join(shell.folder.path, 'input.json')} --strict --format json`);
    expect(strictly.exitCode).toBe(strict);
    expect(json(strictly)).toMatchObject({ verdict, inputs: [{ extent }] });
  });
});
