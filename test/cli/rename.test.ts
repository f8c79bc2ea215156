import { aShellWithOrders } from './a-registry';
import { json } from './a-terminal';

const withMetrics = [
  'service create metrics -t thanos -p startup-4 --cloud google-europe-west1',
  'service integration-create -t metrics -s orders -d metrics',
];

describe('service rename', () => {
  const shell = aShellWithOrders();
  beforeAll(() => shell.story(...withMetrics));

  test('shows the steps of the procedure in a dry run, and makes nothing', async () => {
    const { exitCode, out } = await shell.run('service rename orders orders-v2 --dry-run');
    expect(exitCode).toBe(0);
    expect(out).toContain('1  stop writes');
    expect(out).toContain('would make demo/orders-v2: pg, business-4, google-europe-west1');
    expect(out).toContain(
      'metrics from demo/orders-v2 to demo/metrics: to be made; ' +
        'forkcast service integration-create --project demo -t metrics -s orders-v2 -d metrics',
    );
    expect(out).toMatch(/nothing was made\n$/);
    expect((await shell.run('service get orders-v2')).exitCode).toBe(1);
  });

  test('ends nothing without a confirmation, and says so before it begins', async () => {
    const { exitCode, err } = await shell.run('service rename orders orders-v2 --terminate-original');
    expect([exitCode, err]).toEqual([1, expect.stringContaining('confirm with --force')]);
    expect((await shell.run('service get orders-v2')).exitCode).toBe(1);
  });

  test('forks as the original is, makes its integrations again, and shows addresses without passwords', async () => {
    const ran = await shell.run('service rename orders orders-v2 --copy-integrations --format json');
    expect(ran.exitCode).toBe(0);
    expect(json(ran)).toMatchObject({
      action: 'forked',
      from: 'orders',
      to: 'orders-v2',
      resumed: false,
      integrations: [{ integration_type: 'metrics', status: 'made', request: { source_service: 'orders-v2' } }],
      uri: {
        old: expect.stringContaining('avnadmin:<redacted>@orders-'),
        new: expect.stringContaining('avnadmin:<redacted>@orders-v2-'),
      },
      dataDigest: { equal: true },
      terminated: false,
      service: { plan: 'business-4', cloud_name: 'google-europe-west1', state: 'RUNNING', tags: { team: 'shop' } },
    });
    expect((await shell.run('service integration-list orders-v2')).out).toContain('orders-v2');
  });

  test('carries on with a fork that it made before, keeps an original that was written to, and ends one that was not', async () => {
    await shell.story('registry write orders defaultdb customer-2 late');
    const kept = await shell.run('service rename orders orders-v2 --terminate-original --force');
    expect(kept.exitCode).toBe(1);
    expect(kept.out).toContain('kept demo/orders-v2');
    expect(kept.out).toContain('metrics from demo/orders-v2 to demo/metrics: there already');
    expect(kept.out).toContain('demo/orders is kept. Stop its writes, terminate orders-v2, and rename again');
    await shell.story('service terminate orders-v2 --force', 'service rename orders orders-v2');
    await shell.story('registry write orders-v2 defaultdb customer-3 moved');
    const ended = await shell.run('service rename orders orders-v2 --terminate-original --force');
    expect([ended.exitCode, ended.out]).toEqual([0, expect.stringContaining('terminated demo/orders')]);
    expect((await shell.run('registry read orders-v2')).out).toContain('late');
    expect((await shell.run('service get orders')).exitCode).toBe(1);
  });
});

describe('service rename on a terminal', () => {
  const shell = aShellWithOrders();

  test('asks whether writes stand still, and for the name of the original before it goes', async () => {
    const line = 'service rename orders orders-v2 --terminate-original';
    const no = await shell.run(line, { answers: ['n'] });
    expect([no.exitCode, no.err]).toEqual([1, expect.stringContaining('Do all writes to demo/orders stand still?')]);
    const half = await shell.run(line, { answers: ['y', 'nothing'] });
    expect([half.exitCode, half.out]).toEqual([1, expect.stringContaining('demo/orders is kept: not confirmed')]);
    const whole = await shell.run(line, { answers: ['orders'] });
    expect([whole.exitCode, whole.out]).toEqual([0, expect.stringContaining('terminated demo/orders')]);
  });
});

describe('service rename stops', () => {
  const shell = aShellWithOrders();
  beforeAll(() => shell.story('service update orders --enable-termination-protection'));

  test('at a name that is taken, by a rule', async () => {
    await shell.story('service create taken -t pg -p business-4 --cloud google-europe-west1');
    const ran = await shell.run('service rename orders taken --format json');
    expect([ran.exitCode, json(ran)]).toEqual([1, expect.objectContaining({ action: 'stopped' })]);
    expect(ran.out).toContain('project/name-taken');
  });

  test('at a name that a fork of another service has, which no run of it made', async () => {
    await shell.story(
      'service create another -t pg -p business-4 --cloud google-europe-west1',
      'registry advance 2d',
      'service create copied --service-to-fork-from another -t pg -p business-4 --cloud google-europe-west1',
    );
    const ran = await shell.run('service rename orders copied --dry-run --format json');
    expect([ran.exitCode, json(ran)]).toEqual([1, expect.objectContaining({ action: 'stopped', resumed: false })]);
    expect(ran.out).toContain('project/name-taken');
  });

  test('at an original that is protected and was to be ended, before it makes anything', async () => {
    const { exitCode, out } = await shell.run('service rename orders orders-v2 --terminate-original --force');
    expect(exitCode).toBe(1);
    expect(out).toContain('forkcast service update orders --disable-termination-protection');
    expect((await shell.run('service get orders-v2')).exitCode).toBe(1);
  });

  test('at its own name, and at an original that is not there', async () => {
    expect((await shell.run('service rename orders orders')).exitCode).toBe(2);
    expect(await shell.run('service rename ordrs other')).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining('Did you mean orders?'),
    });
  });
});

describe('service fork-preview', () => {
  const shell = aShellWithOrders();

  test('tells what a fork would hold and when it would run, and makes nothing', async () => {
    const { exitCode, out } = await shell.run('service fork-preview orders --latest-transaction --cloud aws-eu-west-1');
    expect(exitCode).toBe(0);
    expect(out).toContain('a fork of demo/orders would be made\n');
    expect(out).toMatch(/state of +2026-11-23T08:00:00Z/);
    expect(out).toMatch(/running +at once/);
    expect(out).toMatch(/copied +service users +analyst, avnadmin/);
    expect(out).toMatch(/primary +2026-11-\d\dT\S+ … now in google-europe-west1/);
    expect(out).toMatch(/nothing was made\n$/);
    expect(json(await shell.run('service list --format json'))).toMatchObject({
      services: [{ service_name: 'orders' }],
    });
  });

  test('foretells the refusal of the registry', async () => {
    const ran = await shell.run('service fork-preview orders --recovery-target-time 2020-01-01T00:00:00Z');
    expect([ran.exitCode, ran.out]).toEqual([1, expect.stringContaining('a fork of demo/orders would be refused')]);
    const shown = await shell.run('service fork-preview orders --name orders --format json');
    expect(json(shown)).toMatchObject({
      preview: { possible: false, refusals: [{ error_code: 'service_already_exists' }] },
    });
  });

  test('offers the second region while the first is down, with what each point loses', async () => {
    await shell.story(
      'service create safe -t pg -p business-4 --cloud google-europe-west1 -c additional_backup_regions=["google-europe-west4"]',
      'registry advance 2d',
      'registry outage google-europe-west1',
    );
    const { exitCode, out } = await shell.run('service fork-preview safe');
    expect(exitCode).toBe(1);
    expect(out).toMatch(
      /latest transaction .*--from secondary and neither -p nor --cloud +\S+.*loses (nothing|\d+ min)/,
    );
    expect(out).toMatch(/primary +.* in google-europe-west1, which is down: nothing of it can be restored now/);
    await shell.story(
      'service create rescued -t pg --from secondary --service-to-fork-from safe --latest-transaction',
      'registry outage google-europe-west1 --end',
    );
  });

  test('takes one recovery point', async () => {
    const line = 'service fork-preview orders --latest-transaction --recovery-basebackup-name one';
    expect((await shell.run(line)).exitCode).toBe(2);
  });
});
