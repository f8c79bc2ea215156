import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aShellWithOrders } from './a-registry';
import { json } from './a-terminal';

const shell = aShellWithOrders();

test.each([
  'service connection-pool-update orders --pool-name web',
  'service integration-update 6f1c2d3e',
  'service integration-endpoint-update 6f1c2d3e',
  'service tags update orders',
  'service tags update orders --add-tag team',
])('%s, with nothing to change, is a usage error', async (line) => {
  expect((await shell.run(line)).exitCode).toBe(2);
});

test('tags are added, changed and removed, and the others stay', async () => {
  await shell.story(
    'service tags update orders --add-tag a=b --add-tag c=d',
    'service tags update orders --remove-tag a',
  );
  expect(json(await shell.run('service tags list orders --format json'))).toMatchObject({
    tags: { team: 'shop', c: 'd' },
  });
  expect((await shell.run('service tags replace orders')).out).toBe('no tags\n');
});

test('a pool keeps what an update does not say', async () => {
  await shell.story(
    'service connection-pool-create orders --pool-name web --dbname defaultdb --pool-mode session',
    'service connection-pool-update orders --pool-name web --pool-size 20',
  );
  expect(json(await shell.run('service connection-pool-list orders --format json'))).toMatchObject({
    pools: [{ pool_name: 'web', database: 'defaultdb', pool_size: 20, pool_mode: 'session' }],
  });
});

test('no password and no secret of an endpoint is shown', async () => {
  const secret = 'f00dfeed';
  const made = await shell.run(`service integration-endpoint-create -d ours -t datadog -c datadog_api_key=${secret}`);
  const listed = await shell.run('service integration-endpoint-list --format json');
  const reset = await shell.run('service user-password-reset orders --username analyst --format json');
  expect([made.exitCode, listed.exitCode, reset.exitCode]).toEqual([0, 0, 0]);
  expect(`${made.out}${listed.out}`).not.toContain(secret);
  expect(reset.out).not.toMatch(/"password"/);
});

test('an upgrade is checked, and a downgrade is told to be none', async () => {
  const ran = await shell.run('service task-create orders --target-version 17 --format json');
  expect([ran.exitCode, json(ran)]).toMatchObject([0, { task: { task_type: 'upgrade_check', success: true } }]);
  expect((await shell.run('service task-create orders --target-version 15')).exitCode).toBe(1);
});

test('logs go on after a page', async () => {
  const first = json(await shell.run('service logs orders -S desc -n 1 --format json'));
  expect((await shell.run(`service logs orders -S desc -n 1 --offset ${String(first.offset)}`)).out).not.toBe(
    'no lines\n',
  );
  expect((await shell.run('service logs orders -n 9999')).exitCode).toBe(1);
});

test('what is there already is no refusal where that is said, and is left as it is', async () => {
  const pool = 'service connection-pool-create orders --pool-name api --dbname defaultdb';
  await shell.story(`${pool} --pool-size 7`);
  const again = await shell.run(`${pool} --pool-size 9 --if-missing`);
  expect([again.exitCode, again.out]).toEqual([0, 'connection pool api of orders is there already\n']);
  expect((await shell.run(pool)).exitCode).toBe(1);
  const listed = json(await shell.run('service connection-pool-list orders --format json'));
  expect(listed).toMatchObject({
    pools: expect.arrayContaining([expect.objectContaining({ pool_name: 'api', pool_size: 7 })]),
  });
  const made = await shell.run('service database-create orders --dbname reports --if-missing --format json');
  const there = await shell.run('service database-create orders --dbname reports --if-missing --format json');
  expect([json(made)['existed'], json(there)['existed']]).toEqual([undefined, true]);
});

describe('import-blocks', () => {
  test('prints what a fork has from its source, each with the block that imports it', async () => {
    await shell.story(
      'service database-create orders --dbname billing.eu',
      'service database-create orders --dbname billing-eu',
      'registry advance 2d',
      'service create copy -t pg -p business-4 --cloud google-europe-west1 -c service_to_fork_from=orders',
    );
    const { exitCode, out } = await shell.run('import-blocks copy');
    expect(exitCode).toBe(0);
    const id = /id = "(\w+\/copy)\/billing\.eu"/.exec(out)?.[1];
    expect(id).toBeDefined();
    expect(out).toContain(`  to = forkcast_database.billing_eu_2\n  id = "${id ?? ''}/billing-eu"`);
    expect(out).toMatch(/resource "forkcast_connection_pool" "api" \{[^}]*pool_size += 7\n/);
    expect(out).toContain('to = forkcast_service_user.analyst');
    expect(out).not.toContain('avnadmin');
  });

  test('takes no label that a block of its type has in the folder that the blocks are for', async () => {
    const labels = async (line: string) => {
      const { imports } = json(await shell.run(`${line} --format json`)) as { imports: readonly { to: string }[] };
      return imports.map(({ to }) => to);
    };
    writeFileSync(join(shell.folder.path, 'main.tf'), 'resource "forkcast_database" "defaultdb" {\n}\n');
    mkdirSync(join(shell.folder.path, 'beside'));
    const users = ['analyst', 'analyst_2'].map((name) => `resource "forkcast_service_user" "${name}" {\n}\n`);
    writeFileSync(join(shell.folder.path, 'beside/users.tf'), users.join('\n'));
    const here = await labels('import-blocks copy');
    expect(here).toEqual(expect.arrayContaining(['forkcast_database.defaultdb_2', 'forkcast_service_user.analyst']));
    const beside = await labels('import-blocks copy --source beside');
    expect(beside).toEqual(expect.arrayContaining(['forkcast_database.defaultdb', 'forkcast_service_user.analyst_3']));
    rmSync(join(shell.folder.path, 'main.tf'));
  });

  test('says of what is no fork that it copied nothing', async () => {
    const { exitCode, out, err } = await shell.run('import-blocks orders');
    expect([exitCode, `${out}${err}`]).toEqual([1, expect.stringContaining('is no fork, so it copied nothing')]);
  });
});
