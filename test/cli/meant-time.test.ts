import { aShellWithOrders } from './a-registry';
import { json } from './a-terminal';

describe('a time as people say it, to a command', () => {
  const shell = aShellWithOrders();

  test.each([
    ['1d ago', '2026-11-22T08:00:00Z (22 Nov 08:00 UTC, 24 hours ago)'],
    ['yesterday 10:00', '2026-11-22T10:00:00Z (22 Nov 10:00 UTC, 22 hours ago)'],
    ['yesterday 10:00 +02:00', '2026-11-22T08:00:00Z (22 Nov 08:00 UTC, 24 hours ago)'],
  ])('service create sends the instant that %s is, and tells it', async (said, shown) => {
    const name = `said-${said.replace(/\W+/g, '-')}`;
    const ran = await shell.run(
      `service create ${name} -t pg -p business-4 --service-to-fork-from orders --recovery-target-time '${said}' --format json`,
    );
    expect(ran.err).toContain(`"${said}" is ${shown}`);
    expect(ran.err).not.toContain('names no zone');
    const [instant = ''] = shown.split(' ');
    expect(json(ran)).toMatchObject({ service: { user_config: { recovery_target_time: instant } } });
  });

  test('as code, a preview holds the instant', async () => {
    const line = `service fork-preview orders --recovery-target-time '1d 2h ago' --as hcl`;
    const { out, err } = await shell.run(line);
    expect(err).toContain('"1d 2h ago" is 2026-11-22T06:00:00Z');
    expect(out).toMatch(/recovery_target_time += "2026-11-22T06:00:00Z"/);
  });

  test('what a service held then is asked for by the clock of the registry', async () => {
    const { out, err } = await shell.run(`registry digest orders --at '2 days ago 12:00'`);
    expect(err).toContain('"2 days ago 12:00" is 2026-11-21T12:00:00Z');
    expect(out).toContain('at             2026-11-21T12:00:00Z');
  });

  test('a history is of the time between two that are said', async () => {
    const { exitCode, err } = await shell.run(`service history orders --from '3h ago' --until '2h ago'`);
    expect([exitCode, err]).toEqual([
      0,
      expect.stringMatching(/"3h ago" is 2026-11-23T05.*\n.*"2h ago" is 2026-11-23T06/),
    ]);
  });

  test('an instant is taken as it is written, and nothing is said of it', async () => {
    const { err } = await shell.run('registry digest orders --at 2026-11-21T12:00:00Z');
    expect(err).toBe('');
  });

  test('what is no time is a usage error with the forms that there are', async () => {
    const { exitCode, err } = await shell.run(`registry read orders --at 'last week'`);
    expect([exitCode, err]).toEqual([2, expect.stringContaining('or "2h ago", "yesterday 10:00"')]);
  });

  test('in what is stored it is refused: a setting stays a setting', async () => {
    const line = `service create stored -t pg -p business-4 --service-to-fork-from orders -c 'recovery_target_time=2h ago'`;
    expect((await shell.run(line)).exitCode).toBe(1);
  });
});
