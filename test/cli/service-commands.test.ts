import { aShell, aShellWithOrders, frozenInit } from './a-registry';
import { json } from './a-terminal';

const fork = 'service create orders-fork -t pg -p business-4 --cloud aws-eu-central-1 --service-to-fork-from orders';

describe('service create', () => {
  const shell = aShellWithOrders();

  test('forks at a time, and waits until it runs', async () => {
    const { exitCode, out } = await shell.run(`${fork} --recovery-target-time 2026-11-22T12:00:00Z --wait`);
    expect(exitCode).toBe(0);
    expect(out).toContain('created demo/orders-fork\n');
    expect(out).toContain(
      'forked from  demo/orders\nstate of     2026-11-22T12:00:00Z (22 Nov 12:00 UTC, 20 hours ago)\n',
    );
  });

  test('restores the newest transaction, resolved to the registry’s now', async () => {
    const ran = await shell.run(`${fork.replace('orders-fork', 'newest')} --latest-transaction --format json`);
    expect(json(ran)).toMatchObject({
      formatVersion: 1,
      action: 'created',
      service: { forkcast: { lineage: { recovery_point: '2026-11-23T08:00:00Z' } } },
    });
  });

  test('reads TYPE:PLAN, disk, tags and settings', async () => {
    const settings = '--disk-space-gib 90 --tag a=b -c backup_hour=3 -c pg_version=16';
    const line = `service create events -t pg:business-4 --cloud aws-eu-west-1 ${settings}`;
    expect(json(await shell.run(`${line} --enable-termination-protection --format json`))).toMatchObject({
      service: {
        disk_space_mb: 92_160,
        tags: { a: 'b' },
        termination_protection: true,
        user_config: { backup_hour: 3, pg_version: '16' },
      },
    });
  });

  test('a taken name is refused, or kept with --no-fail-if-exists', async () => {
    const refused = await shell.run('service create orders -t pg -p business-4 --format json');
    expect([refused.exitCode, json(refused)]).toMatchObject([1, { error: { code: 'service_already_exists' } }]);
    const other = await shell.run('service create orders -t mysql -p business-4 --no-fail-if-exists');
    expect([other.exitCode, other.err]).toEqual([1, expect.stringContaining('is of type pg, but mysql was asked for')]);
    const twice = await shell.run('service create two -t pg:business-4 -p startup-4');
    expect([twice.exitCode, twice.err]).toEqual([2, expect.stringContaining('The plan is given twice')]);
    const kept = await shell.run('service create orders -t pg -p business-4 --no-fail-if-exists');
    expect([kept.exitCode, kept.err]).toEqual([0, 'demo/orders is there already; it was left as it is\n']);
  });

  test.each([
    ['service create a -t pg', 'The plan is missing'],
    [`${fork} --latest-transaction --recovery-target-time 2026-11-22T12:00:00Z`, 'exclude each other'],
    ['service create a -t pg -p business-4 -c pg_version', '-c takes KEY=VALUE'],
    ['service create a -t pg -p business-4 --disk-space-gib many', 'A whole number from 1 on is needed'],
  ])('%s is a usage error', async (line, message) => {
    const { exitCode, err } = await shell.run(line);
    expect(exitCode).toBe(2);
    expect(err).toContain(message);
  });

  test('the secondary location is insisted on, and refused where there is none', async () => {
    const ran = await shell.run(`${fork.replace('orders-fork', 'copy')} --from secondary --format json`);
    expect([ran.exitCode, json(ran)]).toMatchObject([1, { error: { code: 'secondary_not_available' } }]);
  });
});

describe('looking at services', () => {
  const shell = aShellWithOrders();
  beforeAll(() => shell.story(`${fork} --recovery-target-time 2026-11-22T12:00:00Z`));

  test('get shows one, more of it with -v, and never a password', async () => {
    const { out } = await shell.run('service get orders -v');
    expect(out).toContain('name        orders\n');
    expect(out).toContain('pg_version  16\n');
    expect(out).toContain('avnadmin:<redacted>@');
    const shown = await shell.run('service get orders --format json');
    expect(json(shown)).toMatchObject({
      project: 'demo',
      service: { service_name: 'orders', users: [{ username: 'avnadmin', type: 'primary' }, { username: 'analyst' }] },
    });
    expect(shown.out).not.toContain('password');
  });

  test('get of a misspelt name names the nearest', async () => {
    const { exitCode, err } = await shell.run('service get ordrs');
    expect([exitCode, err]).toEqual([1, expect.stringContaining('Did you mean orders?')]);
  });

  test('list has one line each, by type when asked', async () => {
    expect((await shell.run('service list')).out).toBe(
      [
        'NAME         TYPE  STATE    PLAN        CLOUD                AGE  FORKED FROM',
        'orders       pg    RUNNING  business-4  google-europe-west1  3 d',
        'orders-fork  pg    RUNNING  business-4  aws-eu-central-1     0 s  demo/orders',
        '',
      ].join('\n'),
    );
    expect((await shell.run('service list --service-type mysql')).out).toBe('no services\n');
    expect(json(await shell.run('service list --format json'))).toMatchObject({ services: [{}, {}] });
  });

  test('an unknown project is refused', async () => {
    const ran = await shell.run('service list --project nope --format json');
    expect([ran.exitCode, json(ran)]).toMatchObject([1, { error: { code: 'project_not_found' } }]);
    expect((await shell.run('service list', { env: { FORKCAST_PROJECT: 'nope' } })).exitCode).toBe(1);
  });

  test('backup-list has the backups and the windows', async () => {
    const { out } = await shell.run('service backup-list orders');
    expect(out).toMatch(/^BACKUP +COMPLETED +SIZE +KEPT IN +COPY IN\n/);
    expect(out).toContain('Any instant can be restored, both ends included:\nprimary  2026-11-20T08:00:00Z … now\n');
    expect(json(await shell.run('service backup-list orders --format json'))).toHaveProperty('backups.0.backup_name');
  });

  test('backup-regions shows the region, and its lag over a time as bars', async () => {
    expect((await shell.run('service backup-regions orders')).out).toContain('region   none\nstatus   none\n');
    await shell.story(
      `service update orders -c 'additional_backup_regions=["google-europe-west4"]'`,
      'registry advance 2d',
    );
    const { out } = await shell.run('service backup-regions orders --period day');
    expect(out).toContain('region       google-europe-west4\nstatus       available\n');
    expect(out).toMatch(/Replication lag over the last day: highest .* s, mean .*\n[▁-█]+\n2026/);
    expect(json(await shell.run('service backup-regions orders --period hour --format json'))).toHaveProperty(
      'lag.0.value',
    );
  });

  test('lineage draws the ancestors, manifest what was copied', async () => {
    expect((await shell.run('service lineage orders-fork')).out).toContain(
      'demo/orders\n└─ state of 2026-11-22T12:00:00Z, from backup',
    );
    expect(json(await shell.run('service lineage orders-fork --format json'))).toHaveProperty(
      'lineage.0.source_live',
      true,
    );
    expect((await shell.run('service lineage orders')).out).toMatch(
      /^demo\/orders \(not a fork\)\n\nForks:\n {2}demo\/orders-fork, state of 2026-11-22T12:00:00Z\n$/,
    );
    expect(json(await shell.run('service lineage orders --format json'))).toHaveProperty('descendants.0.depth', 1);
    expect((await shell.run('service history orders-fork')).out).toMatch(
      /created +business-4, \S+, from demo\/orders at 2026-11-22T12/,
    );
    expect(json(await shell.run('service history orders-fork --format json'))).toHaveProperty(
      'history.0.kind',
      'created',
    );
    expect((await shell.run('service ended')).out).toBe('no service of demo has ended\n');
    const manifest = await shell.run('service manifest orders-fork');
    expect(manifest.out).toMatch(/^copied +databases +defaultdb$/m);
    expect(manifest.out).toMatch(/^not copied +tags +team$/m);
    expect((await shell.run('service manifest orders')).out).toBe('demo/orders is not a fork\n');
    expect(json(await shell.run('service manifest orders --format json'))).toMatchObject({ manifest: null });
  });
});

describe('a replica', () => {
  const shell = aShellWithOrders();

  test('is shown as one, and never as a fork', async () => {
    await shell.story(
      'service create follower -t pg -p startup-4 -c service_to_fork_from=orders -c pg_read_replica=true',
    );
    expect((await shell.run('service list')).out).toMatch(/^follower .*\(replica of demo\/orders\)$/mu);
    const { out } = await shell.run('service get follower');
    expect(out).toMatch(/^replica of +demo\/orders$/mu);
    expect(out).not.toContain('forked from');
    expect((await shell.run('service lineage follower')).out).toBe(
      'demo/follower (a replica of demo/orders, not a fork)\n',
    );
  });
});

describe('changing services', () => {
  const shell = aShellWithOrders();

  test('update changes plan, settings, protection and power', async () => {
    expect(
      (await shell.run('service update orders -p business-8 -c pg_version=17 --disk-space-gib 175')).out,
    ).toContain('updated demo/orders\n');
    expect(json(await shell.run('service update orders --enable-termination-protection --format json'))).toMatchObject({
      action: 'updated',
      service: { plan: 'business-8', termination_protection: true, user_config: { pg_version: '17' } },
    });
    const refused = await shell.run('service update orders --power-off --format json');
    expect([refused.exitCode, json(refused)]).toMatchObject([1, { error: { code: 'termination_protected' } }]);
    await shell.story('service update orders --disable-termination-protection', 'service update orders --power-off');
    expect((await shell.run('service get orders')).out).toContain('state      POWEROFF\n');
    await shell.story('service update orders --power-on', 'service update orders --remove-option backup_hour');
  });

  test('a setting with a dot changes that, and leaves the rest of its object', async () => {
    await shell.story('service update orders -c pg.jit=true', 'service update orders -c pg.deadlock_timeout=600');
    expect(json(await shell.run('service get orders --format json'))).toMatchObject({
      service: { user_config: { pg: { jit: true, deadlock_timeout: 600 } } },
    });
    const both = await shell.run('service update orders -c backup_hour=4 --remove-option backup_hour');
    expect([both.exitCode, both.err]).toEqual([
      2,
      expect.stringContaining('-c backup_hour and --remove-option backup_hour exclude each other.'),
    ]);
    await shell.story('service update orders --remove-option pg');
  });

  test('tells what upgrade_check finds before an upgrade, and what a power-off would lose before it', async () => {
    const upgraded = await shell.run('service update orders --power-on -c pg_version=18');
    expect(upgraded.err).toMatch(/^upgrade_check: .* Nothing of before can be restored after it: its \d+ backups?/m);
    expect(upgraded.err).toMatch(/^warning: the upgrade ends what demo\/orders can be restored to\./m);
    await shell.story('service create logs -t opensearch -p business-4 --cloud aws-eu-west-1 --wait');
    await shell.story('registry advance 1d', 'service user-create logs --username ada', 'registry advance 10m');
    const off = await shell.run('service update logs --power-off');
    expect(off.err).toMatch(
      /^warning: demo\/logs comes back with what its newest backup of .* holds\. user ada, and what else/m,
    );
    expect(off.exitCode).toBe(0);
    await shell.story('service update logs --power-on', 'service wait logs', 'registry write logs index k v');
    expect((await shell.run('service update logs --power-off')).err).toContain(' holds. 1 row, and what else');
  });

  test.each(['', ' --power-on --power-off'])('update%s is a usage error', async (flags) => {
    expect((await shell.run(`service update orders${flags}`)).exitCode).toBe(2);
  });

  test('wait ends at once when it runs', async () => {
    expect((await shell.run('service wait orders')).out).toBe('demo/orders is RUNNING\n');
    for (const timeout of ['5', '5s', '2m']) {
      expect(json(await shell.run(`service wait orders --timeout ${timeout} --format json`))).toMatchObject({
        services: [{ state: 'RUNNING' }],
      });
    }
    expect((await shell.run('service wait orders --timeout soon')).exitCode).toBe(2);
  });

  test('a replica is asked for as the vendor’s command does', async () => {
    const made = 'service create near -t pg -p business-4 --read-replica-for orders';
    expect((await shell.run(`${made} --service-to-fork-from orders`)).exitCode).toBe(2);
    expect(json(await shell.run(`${made} --format json`))).toMatchObject({
      service: { service_integrations: [{ integration_type: 'read_replica', source_service: 'orders' }] },
    });
    await shell.story('service terminate near --force');
  });

  test.each([
    ['-t mysql -p business-4 --read-replica-for orders', 'makes a service of type pg'],
    ["-t pg -p business-4 --read-replica-for ''", '--read-replica-for is empty: name the service'],
  ])('a replica by %s is refused in the words of the flag', async (flags, why) => {
    const ran = await shell.run(`service create near ${flags}`);
    expect([ran.exitCode, ran.err]).toEqual([2, expect.stringContaining(why)]);
    expect(ran.err).not.toContain('pg_read_replica');
  });

  test('the services of every project, each below its name', async () => {
    const { out } = await shell.run('service list --all-projects');
    expect(out).toMatch(/^demo\nNAME [\s\S]*^orders /m);
    expect(json(await shell.run('service list --all-projects --format json'))).toMatchObject({
      projects: [{ project: 'demo', services: [{ service_name: 'logs' }, { service_name: 'orders' }] }],
    });
    expect((await shell.run('service list --all-projects --unmanaged cdktf.out')).exitCode).toBe(2);
  });

  test('databases, users and pools come and go', async () => {
    await shell.story(
      'service database-create orders --dbname reports',
      'service user-create orders --username web',
      'service connection-pool-create orders --pool-name pool --dbname reports --username web --pool-size 5 --pool-mode session',
    );
    expect((await shell.run('service database-list orders')).out).toBe('defaultdb\nreports\n');
    expect((await shell.run('service user-list orders')).out).toMatch(/^web +normal$/m);
    expect((await shell.run('service connection-pool-list orders')).out).toMatch(/^pool +reports +web +5 +session$/m);
    expect(json(await shell.run('service database-list orders --format json'))).toMatchObject({
      databases: ['defaultdb', 'reports'],
    });
    expect(json(await shell.run('service user-list orders --format json'))).toHaveProperty('users.2.username', 'web');
    expect(json(await shell.run('service connection-pool-list orders --format json'))).toHaveProperty(
      'pools.0.pool_size',
      5,
    );
    await shell.story(
      'service connection-pool-delete orders --pool-name pool',
      'service user-delete orders --username web',
      'service database-delete orders --dbname reports',
    );
    expect((await shell.run('service connection-pool-list orders')).out).toBe('no connection pools\n');
  });

  test('integrations come and go', async () => {
    await shell.story('service create metrics -t pg -p startup-4 --cloud google-europe-west1');
    const made = await shell.run('service integration-create -t metrics -s orders -d metrics');
    expect(made.exitCode).toBe(0);
    const id = made.out.trim().split(' ').at(-1) ?? '';
    expect((await shell.run('service integration-list orders')).out).toContain(id);
    expect(json(await shell.run('service integration-list orders --format json'))).toHaveProperty(
      'integrations.0.integration_type',
      'metrics',
    );
    await shell.story(`service integration-delete ${id}`);
    expect((await shell.run('service integration-list orders')).out).toBe('no integrations\n');
  });

  test('terminate wants the name again, or -f, or AIVEN_FORCE', async () => {
    await shell.story(
      'service create a -t pg -p startup-4 --cloud aws-eu-west-1',
      'service create b -t pg -p startup-4 --cloud aws-eu-west-1',
    );
    expect((await shell.run('service terminate a', { answers: ['b'] })).exitCode).toBe(1);
    expect((await shell.run('service terminate a nope -f')).exitCode).toBe(1);
    expect((await shell.run('service terminate a', { answers: ['a'] })).out).toBe('terminated demo/a\n');
    const forced = await shell.run('service terminate b --format json', { env: { AIVEN_FORCE: 'true' } });
    expect(json(forced)).toEqual({ formatVersion: 1, project: 'demo', terminated: ['b'] });
  });
});

describe('a frozen clock', () => {
  const slow = aShell();
  beforeAll(() => slow.story(frozenInit.replace('instant', 'realistic')));

  test('waiting on a frozen clock ends at once, and names the instant and the command', async () => {
    const { exitCode, err } = await slow.run('service create a -t pg -p startup-4 --cloud aws-eu-west-1 --wait');
    expect(exitCode).toBe(1);
    expect(err).toMatch(/running state at 2026-11-20T08:0\d:.*Run forkcast registry advance /);
    expect((await slow.run('service wait a')).exitCode).toBe(1);
  });
});

describe('what is on sale', () => {
  const shell = aShellWithOrders();

  test('types say how a fork of each is restored', async () => {
    expect((await shell.run('service types')).out).toMatch(/^pg +PostgreSQL +point-in-time +supported +/m);
    expect(json(await shell.run('service types --format json'))).toHaveProperty('types.0.name', 'pg');
  });

  test('plans of a type, by cloud when asked', async () => {
    expect((await shell.run('service plans -t pg')).out).toMatch(
      /^business-4 +2 +4 GB +80 GB +to 400 GB +14, every 24 h$/m,
    );
    expect(json(await shell.run('service plans -t pg --cloud aws-eu-west-1 --format json'))).toHaveProperty(
      'plans.0.name',
    );
    expect((await shell.run('service plans -t pgg')).exitCode).toBe(2);
  });

  test('clouds, and which of them is down', async () => {
    await shell.story('registry outage aws-eu-west-1');
    expect((await shell.run('cloud list --provider aws')).out).toMatch(/^aws-eu-west-1 +aws +europe +down$/m);
    expect(json(await shell.run('cloud list --provider none --format json'))).toMatchObject({ clouds: [] });
  });
});

describe('a service that is not there', () => {
  const shell = aShellWithOrders();
  const lines = [
    'service get ordrs',
    'service backup-list ordrs',
    'service logs ordrs',
    'service database-list ordrs',
    'service metrics ordrs',
    'service user-get ordrs --username ada',
    'service update ordrs -p business-8',
    'service terminate ordrs --force',
    'registry write ordrs defaultdb k v',
  ];

  test.each(lines)('is told in one sentence: %s', async (line) => {
    const { exitCode, err } = await shell.run(line);
    expect([exitCode, err.split('\n')[0]]).toEqual([
      1,
      'error: Project demo has no service ordrs. Did you mean orders?',
    ]);
  });

  test('is told with its end where it was off for too long, or was terminated', async () => {
    await shell.story('service create idle -t pg -p business-4', 'service update idle --power-off');
    await shell.story('registry advance 181d', 'service create brief -t pg -p business-4');
    await shell.story('service terminate brief --force');
    const [idle, brief] = [await shell.run('service backup-list idle'), await shell.run('service get brief')];
    expect(idle.err).toMatch(
      /no service idle\. It was deleted after 180 days powered off, on \S+Z .*; its backups are kept until/,
    );
    expect(brief.err).toMatch(/no service brief\. It was terminated, on \S+Z/);
    await shell.story('service create brier -t pg -p business-4');
    expect((await shell.run('service get brief')).err).not.toContain('Did you mean');
  });
});
