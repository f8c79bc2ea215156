import { aShellWithOrders } from './a-registry';
import { json } from './a-terminal';

const shell = aShellWithOrders();

describe('service fork-preview --as', () => {
  const line = 'service fork-preview orders --name noon --recovery-target-time 2026-11-22T12:00:00Z --copy-tags';

  test('prints the request of the fork in the place of its preview', async () => {
    const { exitCode, out } = await shell.run(`${line} --as hcl`);
    expect([exitCode, out.split('\n')[0]]).toEqual([0, 'resource "forkcast_service" "noon" {']);
    expect(out).toContain('tags         = { team = "shop" }');
    expect((await shell.run(`${line} --as cli`)).out).toBe(
      'forkcast service create noon --project demo -t pg -p business-4 --cloud google-europe-west1 --tag team=shop ' +
        '--service-to-fork-from orders --recovery-target-time 2026-11-22T12:00:00Z\n',
    );
    expect(Object.keys(json(await shell.run(`${line} --as curl --format json`)))).toEqual(
      expect.arrayContaining(['typescript', 'hcl', 'cli', 'curl']),
    );
  });

  test('takes its words alone', async () => {
    expect(await shell.run(`${line} --as java`)).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('typescript, hcl, cli, curl'),
    });
  });
});

test('service takeover prints the block import, and says when somebody holds the service', async () => {
  expect(await shell.run('service takeover orders')).toMatchObject({
    exitCode: 0,
    out: expect.stringContaining('id = "demo/orders"'),
    err: '',
  });
  expect((await shell.run('service takeover orders --as typescript')).out).toContain("pgVersion: '16'");
  await shell.story('service adopt orders --owner 5f1c-an-owner --force');
  expect((await shell.run('service takeover orders')).err).toContain('this takes it over from there');
  expect((await shell.run('service takeover nothing')).exitCode).toBe(1);
});
