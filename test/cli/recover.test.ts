import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import { Forkcast, Service } from '../../src';
import { recoveryReportSchema } from '../../src/domain';
import { planJson, service } from '../intake/plan-builder';
import { aShell, frozenInit } from './a-registry';
import { json } from './a-terminal';

const policy = {
  formatVersion: 1,
  restore: { mbPerSecond: 80, provisioning: '5m', measured: '2026-11-12, by a drill of demo/orders' },
  recovery: [
    { name: 'tier 1', tags: { tier: '1' }, rpo: '15m', rto: '1h', survives: ['region', 'service', 'provider'] },
  ],
};

const orders = 'service create orders -t pg -p business-4 --cloud google-europe-west1';

/** `orders` with a second region, and `search` without, both with three days of backups. */
const anEstate = () => {
  const shell = aShell();
  beforeAll(async () => {
    writeFileSync(join(shell.folder.path, 'forkcast.policy.json'), JSON.stringify(policy));
    await shell.story(
      frozenInit,
      `${orders} -c pg_version=16 --tag tier=1 -c 'additional_backup_regions=["google-europe-west4"]'`,
      'service create search -t opensearch -p business-4 --cloud google-europe-west1',
      'registry advance 3d',
      'registry write orders defaultdb customer-1 early',
      'registry advance 1h',
      'registry write orders defaultdb customer-2 late',
    );
  });
  return shell;
};

const cellsOf = (text: Record<string, unknown>) => {
  const report = recoveryReportSchema().parse(text);
  return new Map(report.services.flatMap(({ name, cells }) => cells.map((cell) => [`${name} ${cell.loss}`, cell])));
};

const shell = anEstate();

describe('forkcast recover', () => {
  test('judges each service and loss, and fails for what a policy asks for', async () => {
    const ran = await shell.run('recover --format json');
    expect(ran.exitCode).toBe(1);
    const verdicts = [...cellsOf(json(ran))].map(([key, { verdict, asked }]) => [key, verdict, asked.length]);
    expect(verdicts).toEqual([
      ['demo/orders region', 'met', 1],
      ['demo/orders provider', 'breached', 1],
      ['demo/orders service', 'met', 1],
      ['demo/orders backup-location', 'met', 0],
      ['demo/search region', 'breached', 0],
      ['demo/search provider', 'breached', 0],
      ['demo/search service', 'met', 0],
      ['demo/search backup-location', 'breached', 0],
    ]);
  });

  test('the fork that it prints brings back exactly what it says, once the region is really lost', async () => {
    const lost = await shell.run('recover --lose region:google-europe-west1 --format json');
    const cell = cellsOf(json(lost)).get('demo/orders region:google-europe-west1');
    const command = (await shell.run('recover --lose region:google-europe-west1')).out
      .split('\n')
      .find((line) => line.includes('forkcast service create orders-recovered'));
    await shell.story('registry outage google-europe-west1', (command ?? '').trim().replace(/^forkcast /, ''));
    const made = await shell.run('service lineage orders-recovered --format json');
    expect(JSON.stringify(json(made))).toContain(cell?.from?.restoredTo.replace('Z', '') ?? 'nothing');
    expect((await shell.run('registry read orders-recovered')).out).toContain('customer-1');
    expect((await shell.run('registry read orders-recovered')).out).not.toContain('customer-2');
    expect(cell?.from).toMatchObject({ role: 'secondary', location: 'google-europe-west4' });
    await shell.story('service terminate orders-recovered --force', 'registry outage google-europe-west1 --end');
  });

  test('without a rate no time is met, and with --strict that fails', async () => {
    const recovery = [{ ...policy.recovery[0], survives: ['region'] }];
    writeFileSync(join(shell.folder.path, 'slow.json'), JSON.stringify({ formatVersion: 1, recovery }));
    expect(await shell.run('recover --policy slow.json')).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining('because nobody measured a restore here'),
    });
    expect(await shell.run('recover --policy slow.json --strict')).toMatchObject({ exitCode: 1 });
  });

  test('losses are joined, and time can be set', async () => {
    const joined = cellsOf(json(await shell.run('recover --lose region+backup-location --format json')));
    expect(joined.get('demo/orders region+backup-location')).toMatchObject({ verdict: 'met' });
    const both = 'region:google-europe-west1+region:google-europe-west4';
    expect(
      cellsOf(json(await shell.run(`recover --lose ${both} --format json`))).get(`demo/orders ${both}`),
    ).toMatchObject({
      verdict: 'breached',
    });
    const later = cellsOf(json(await shell.run('recover --lose service --at 2027-01-01T00:00:00Z --format json')));
    expect(later.get('demo/orders service')).toMatchObject({ verdict: 'unknown', from: null });
    const earlier = cellsOf(json(await shell.run('recover --lose service --at 2026-11-22T00:00:00Z --format json')));
    expect(earlier.get('demo/orders service')?.from).toMatchObject({
      restoredTo: '2026-11-22T00:00:00Z',
      lossSeconds: 0,
    });
  });

  test.each(['moon', 'region:moon', 'service:demo/nothing', 'provider:moon', 'region+'])(
    'a loss that is none is refused: %s',
    async (loss) => {
      expect(await shell.run(`recover --lose ${loss}`)).toMatchObject({ exitCode: 2 });
    },
  );

  test.each(['text', 'markdown', 'html', 'junit', 'sarif'])('%s tells every cell', async (format) => {
    const { out } = await shell.run(`recover --format ${format}`);
    for (const word of ['demo/orders', 'demo/search', 'breached', 'orders-recovered'])
      if (word !== 'orders-recovered' || !['junit', 'sarif'].includes(format)) expect(out).toContain(word);
  });

  test('JUnit fails for exactly what the exit code is of', async () => {
    const { out } = await shell.run('recover --format junit');
    expect(out.match(/<failure/g)).toHaveLength(1);
  });

  test.each<readonly [object, string]>([
    [
      [{ name: 'x', rpo: 'soon', survives: ['region'] }],
      'recovery.0.rpo: a number with ms, s, m, h, d or w, such as 15m',
    ],
    [[{ name: 'x', window: '0d' }], 'recovery.0.window: more than no time, got "0d"'],
    [[{ name: 'x', plans: ['*'] }], 'recovery.0.plans: "*" allows every plan; leave plans out'],
    [
      [{ name: 'x', window: '1d', tags: JSON.parse('{"__proto__": "1"}') }],
      'recovery.0.tags.__proto__ in line 1: nothing',
    ],
    [[{ name: 'x', mostUsdPerMonth: 0 }], 'recovery.0.mostUsdPerMonth: expected more than 0, got 0'],
    [
      [
        { name: 'x', window: '1d' },
        { name: 'x', window: '2d' },
      ],
      'recovery: each policy has a name of its own',
    ],
  ])('a policy of %j is refused with the place and what it may hold', async (recovery, why) => {
    writeFileSync(join(shell.folder.path, 'wrong.json'), JSON.stringify({ formatVersion: 1, recovery }));
    const ran = await shell.run('recover --policy wrong.json');
    expect(ran).toMatchObject({ exitCode: 2 });
    expect(ran.err).toContain(why);
  });

  test.each([
    [
      '"severities": {"naming/unknown-setting": "error",\n"naming/unknown-setting": "info"}',
      'severities.naming/unknown-setting stands in line 1 and again in line 2',
    ],
    ['"severities": {"__proto__": "error"}', 'severities.__proto__ in line 1: nothing can be called so'],
    [
      '"restore": {"mbPerSecond": 1e-300, "provisioning": "1m", "measured": "here"}',
      'restore.mbPerSecond: expected at least 0.001, got 1e-300',
    ],
  ])('a policy with %j is refused', async (part, why) => {
    writeFileSync(join(shell.folder.path, 'wrong.json'), `{"formatVersion": 1, ${part}}`);
    const ran = await shell.run('recover --policy wrong.json');
    expect(ran).toMatchObject({ exitCode: 2, err: expect.stringContaining(why) });
  });
});

test('with a plan, services are judged as they are after it', async () => {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'forkcast-recover-')), skipValidation: true });
  const stack = new TerraformStack(app, 'live');
  new Forkcast(stack, 'forkcast', { project: 'demo', registry: `sqlite:${join(shell.folder.path, 'none.db')}` });
  const common = { serviceType: 'pg', plan: 'business-4', cloudName: 'google-europe-west1' } as const;
  new Service(stack, 'orders', {
    ...common,
    serviceName: 'orders',
    tags: { tier: '1' },
    userConfig: { pgVersion: '16', additionalBackupRegions: [] },
  });
  new Service(stack, 'new', { ...common, serviceName: 'new', tags: { tier: '1' } });
  app.synth();
  const ran = await shell.run(`recover ${app.outdir} --format json`);
  rmSync(app.outdir, { recursive: true });
  const cells = cellsOf(json(ran));
  expect(cells.get('demo/orders region')).toMatchObject({ verdict: 'breached', asked: ['tier 1'] });
  expect(cells.get('demo/orders service')).toMatchObject({ verdict: 'met' });
  expect(cells.get('demo/new service')).toMatchObject({
    verdict: 'unknown',
    why: 'Not known: first backup of demo/new.',
  });
  expect(cells.get('demo/new region')).toMatchObject({
    verdict: 'breached',
    why: 'Its backups will lie in one region alone.',
  });
  expect(cells.get('demo/search service')).toMatchObject({ verdict: 'met', asked: [] });
});

test('with the JSON of a plan of Terraform too: what it ends does not come back from anywhere', async () => {
  const before = service('pg', 'orders', { tag: [{ key: 'tier', value: '1' }] });
  const plan = planJson({ resources: [{ address: 'aiven_pg.orders', actions: ['delete'], before }] });
  const path = join(shell.folder.path, 'plan.json');
  writeFileSync(path, JSON.stringify(plan));
  const ran = await shell.run(`recover ${path} --format json`);
  rmSync(path);
  const cells = cellsOf(json(ran));
  expect(cells.get('demo/orders region')).toMatchObject({ why: 'The plan ends it.', asked: ['tier 1'] });
  expect(cells.get('demo/search service')).toMatchObject({ verdict: 'met' });
});

describe('without a registry', () => {
  const shell = aShell();
  test('there is nothing to judge', async () => {
    expect(await shell.run('recover')).toMatchObject({ exitCode: 3 });
  });
});
