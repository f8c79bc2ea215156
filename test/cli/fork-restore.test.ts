import { aShellWithOrders } from './a-registry';
import { json } from './a-terminal';

describe('service fork-restore without a terminal', () => {
  const shell = aShellWithOrders();

  test('takes what it would propose: the newest transaction, a free name, plan and cloud of the source', async () => {
    const { exitCode, out } = await shell.run('service fork-restore orders --wait');
    expect(exitCode).toBe(0);
    expect(out).toContain('created demo/orders-fork\n');
    expect(out).toContain('state of     2026-11-23T08:00:00Z (23 Nov 08:00 UTC, now)');
    expect(out).toContain('forkcast service rename orders orders-fork\n');
    expect(json(await shell.run('service fork-restore orders --format json'))).toMatchObject({
      action: 'created',
      request: { name: 'orders-fork-2', plan: 'business-4', cloud: 'google-europe-west1' },
    });
  });

  test('a dry run shows the checks and makes nothing', async () => {
    const { exitCode, out } = await shell.run(
      'service fork-restore orders --recovery-target-time 2026-11-22T12:00:00Z --name noon --cloud aws-eu-central-1 --dry-run',
    );
    expect(exitCode).toBe(0);
    expect(out).toContain('ok: 0 errors');
    expect(out).toContain('nothing was made');
    expect(out).toContain(
      'forkcast service create noon --project demo -t pg -p business-4 --cloud aws-eu-central-1 ' +
        '--service-to-fork-from orders --recovery-target-time 2026-11-22T12:00:00Z',
    );
    expect((await shell.run('service get noon')).exitCode).toBe(1);
  });

  test('an error among the checks stops it before anything is asked of the registry', async () => {
    const line = 'service fork-restore orders --recovery-target-time 2026-11-01T00:00:00Z --name early';
    const ran = await shell.run(`${line} --format json`);
    expect([ran.exitCode, json(ran)]).toMatchObject([
      1,
      { action: 'stopped', service: null, review: { verdict: 'fail' } },
    ]);
    expect((await shell.run(line)).out).toContain('nothing was made: an error stands in the way');
    expect((await shell.run('service get early')).exitCode).toBe(1);
  });

  test.each([
    ['service fork-restore', 'There is no terminal to ask on'],
    [
      'service fork-restore orders --latest-transaction --recovery-target-time 2026-11-22T12:00:00Z',
      'exclude each other',
    ],
    ['service fork-restore orders --latest-transaction --latest-backup', 'exclude each other'],
    ['service fork-restore orders --recovery-target-time noon', "'noon' is not a time"],
  ])('%s is a usage error', async (line, message) => {
    const { exitCode, err } = await shell.run(line);
    expect([exitCode, err]).toEqual([2, expect.stringContaining(message)]);
  });

  test('an unknown source names the nearest', async () => {
    const { exitCode, err } = await shell.run('service fork-restore ordrs');
    expect([exitCode, err]).toEqual([1, expect.stringContaining('Did you mean orders')]);
  });
});

describe('service fork-restore on a terminal', () => {
  const shell = aShellWithOrders();
  beforeAll(() =>
    shell.story(`service update orders -c 'additional_backup_regions=["google-europe-west4"]'`, 'registry advance 3d'),
  );

  test('asks for source, location, version, name, plan and cloud, then shows the checks and asks once more', async () => {
    const answers = ['1', 'primary', 'time', 'yesterday', '2026-11-24T12:00:00Z', '', '', 'aws-eu-central-1', ''];
    const { exitCode, out, err } = await shell.run('service fork-restore', { answers });
    expect([exitCode, err.match(/^.*[?\]:]+ .*$/gm)]).toEqual([0, expect.anything()]);
    expect(err).toContain('Source: the service to fork\n  1  orders  pg, business-4, google-europe-west1\n');
    expect(err).toMatch(
      /Backup location\n {2}1 {2}primary +google-europe-west1, from .* to now\n {2}2 {2}secondary {2}google-europe-west4, from /,
    );
    expect(err).toContain('A time is such as 2026-11-19T12:00:00Z, or "2h ago", "yesterday 10:00"');
    expect(err).toContain('Name of the new service [orders-fork]: ');
    expect(err).toContain('Create fork orders-fork? [Y/n]: ');
    expect(out).toContain('state of     2026-11-24T12:00:00Z');
  });

  test('a time as people say it is seen from the now of the registry, shown as the instant, and only that is asked for', async () => {
    const answers = ['1', 'primary', 'time', 'yesterday at 9:30 +02:00', 'said', '', '', 'y'];
    const { exitCode, out, err } = await shell.run('service fork-restore', { answers });
    expect([exitCode, err]).toEqual([
      0,
      expect.stringContaining('"yesterday at 9:30 +02:00" is 2026-11-25T07:30:00Z (25 Nov 07:30 UTC'),
    ]);
    expect(out).toContain('state of     2026-11-25T07:30:00Z');
    expect(out).toContain('--recovery-target-time 2026-11-25T07:30:00Z');
    expect(out).not.toContain('yesterday');
  });

  test('from the secondary location plan and cloud follow, and the newest transaction is that of the copy', async () => {
    const { exitCode, out, err } = await shell.run('service fork-restore orders', {
      answers: ['2', 'latest', 'copy', 'y'],
    });
    expect([exitCode, err]).toEqual([0, expect.not.stringContaining('Cloud')]);
    expect(out).toContain('cloud        google-europe-west4\n');
    expect(out).toContain('in google-europe-west4 (secondary)');
  });

  test('what the rules find an error in is asked again, with their words', async () => {
    const answers = ['1', 'time', '2020-01-01T00:00:00Z', '2026-11-24T12:00:00Z', 'orders', 'again'];
    const { exitCode, err } = await shell.run('service fork-restore orders', {
      answers: [...answers, 'hobbiest', 'business-4', 'n', 'aws-eu-central-1', 'n'],
    });
    expect(exitCode).toBe(1);
    expect(err).toMatch(/Point in time .*\n {2}2020-01-01T00:00:00Z is before .*\n.*Point in time/);
    expect(err).toMatch(
      /Name of the new service .*\n {2}The fork is declared as "orders".*\n.*Name of the new service/,
    );
    expect(err).toMatch(/Plan .*\n {2}.*"hobbiest".*Did you mean "hobbyist"\?.*\n.*Plan/);
    expect(err).toMatch(/Cloud .*\n {2}There is no cloud "n"\. .*\n.*Cloud/);
    expect(err).toContain('Create fork again? [Y/n]: ');
  });

  test('Ctrl-C at any question ends it at once', async () => {
    for (const answers of [[], ['1'], ['1', 'time']]) {
      const { exitCode, err } = await shell.run('service fork-restore orders', { answers });
      expect([exitCode, err]).toEqual([130, expect.stringMatching(/: error: Cancelled, nothing was changed\.\n/)]);
      expect(err.match(/\]?: /g)?.length).toBe(answers.length + 2);
    }
    expect((await shell.run('service terminate orders', { answers: [] })).exitCode).toBe(130);
  });

  test('a no, and the end of input, make nothing', async () => {
    const line =
      'service fork-restore orders --from primary --latest-transaction --name no-fork -p business-4 --cloud aws-eu-west-1';
    expect((await shell.run(line, { answers: ['n'] })).exitCode).toBe(1);
    expect((await shell.run(line, { answers: [] })).exitCode).toBe(130);
    expect((await shell.run('service get no-fork')).exitCode).toBe(1);
  });

  test('five wrong answers end it', async () => {
    const { exitCode, err } = await shell.run('service fork-restore', { answers: ['9', '9', '9', '9', '9'] });
    expect([exitCode, err]).toEqual([2, expect.stringContaining('no answer')]);
  });
});

describe('service fork-restore of a type that restores backups', () => {
  const shell = aShellWithOrders();
  beforeAll(() =>
    shell.story('service create search -t opensearch -p business-4 --cloud google-europe-west1', 'registry advance 2d'),
  );

  test('asks for a backup, newest first', async () => {
    const { exitCode, err } = await shell.run('service fork-restore search', { answers: ['2', '', '', '', 'y'] });
    expect([exitCode, err]).toEqual([
      0,
      expect.stringMatching(/Backup version\n +1 {2}latest +the newest backup\n +2 {2}\S+ {2}.* ago/),
    ]);
  });

  test('without a terminal the newest backup is taken', async () => {
    expect((await shell.run('service fork-restore search')).exitCode).toBe(0);
  });
});
