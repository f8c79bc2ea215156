import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusalStatuses } from '../../src/domain';
import { allRules } from '../../src/rules';
import { errorCodes } from '../../src/cli/explain/error-codes';
import { allPages } from '../../src/cli/explain/pages';
import { aShell, aShellWithOrders } from './a-registry';
import { json } from './a-terminal';

const shell = aShell();

test('there is a page for every rule, refusal and error code', () => {
  const ids = [...allRules.map(({ id }) => id), ...Object.keys(refusalStatuses), ...Object.keys(errorCodes)];
  expect(allPages().map(({ id }) => id)).toEqual(ids);
});

test.each(allPages().map(({ id, kind }) => [id, kind]))('explain %s', async (id, kind) => {
  const ran = await shell.run(`explain ${id} --format json`);
  expect([ran.exitCode, json(ran)]).toMatchObject([0, { id, kind }]);
});

test('the page of a rule says what, why, what it needs and where it is known from', async () => {
  const { out } = await shell.run('explain source/not-found');
  expect(out).toMatch(/^source\/not-found\n/);
  expect(out).toContain('Severity: error.');
  expect(out).toContain('The registry would refuse with: fork_source_not_found');
  expect(out).toContain('Where this is known from:\n  ');
});

test('without an id it lists them all', async () => {
  const { out } = await shell.run('explain');
  expect(out).toMatch(/^Rules, judged before apply\n {2}naming\//);
  expect(json(await shell.run('explain --format json'))).toHaveProperty('pages.length', allPages().length);
});

test.each([
  ['source/not-foudn', 'source/not-found'],
  ['fork_no_backup', 'fork_no_backups'],
  ['fork-key-changed', 'lifecycle/fork-key-changed'],
])('%s is unknown, and %s is near', async (wanted, nearest) => {
  const { exitCode, err } = await shell.run(`explain ${wanted}`);
  expect([exitCode, err]).toEqual([2, expect.stringContaining(`Did you mean ${nearest}?`)]);
});

test('what is near nothing is said to be unknown', async () => {
  const ran = await shell.run('explain xyzzy --format json');
  expect([ran.exitCode, json(ran)]).toMatchObject([2, { error: { code: 'FC_USAGE' } }]);
  expect(ran.err).not.toContain('Did you mean');
});

describe('for what is meant', () => {
  const orders = aShellWithOrders();

  test('a rule says what it makes of a fork of a live service, by the facts of the registry', async () => {
    const said = async (id: string): Promise<string> =>
      (await orders.run(`explain ${id} --for orders`)).out.replace(/\s+/g, ' ');
    expect(await said('source/no-backup')).toMatch(
      /By the facts of sqlite:\S+ at 20\d\d-\S+Z: a fork of demo\/orders: nothing against it\./,
    );
    expect(await said('sizing/adds-cost')).toMatch(/a fork of demo\/orders: violated\. .*business-4 costs about/);
    const { for: told } = json(await orders.run('explain source/no-backup --for demo/orders --format json'));
    expect(told).toMatchObject({
      facts: expect.stringContaining('sqlite:'),
      judged: [{ address: 'a fork of demo/orders' }],
    });
  });

  test('a rule that a policy makes is asked with the policy', async () => {
    const policy = { formatVersion: 1, recovery: [{ name: 'small', plans: ['startup-*'] }] };
    writeFileSync(join(orders.folder.path, 'small.json'), JSON.stringify(policy));
    const rule = 'explain sizing/plan-outside-policy --for orders';
    expect((await orders.run(rule)).out).toContain('a fork of demo/orders: nothing against it.');
    const told = (await orders.run(`${rule} --policy small.json`)).out.replace(/\s+/g, ' ');
    expect(told).toMatch(/a fork of demo\/orders: violated\. .*policy small/i);
    const wrong = await orders.run(`${rule} --policy none.json`);
    expect(wrong.exitCode).not.toBe(0);
  });

  test.each([
    ['explain source/no-backup --for nothing', 'shows no live service demo/nothing, and no file has that name'],
    [
      'explain source/no-backup --for a/b/c',
      "--for is a PATH that is there, a service or PROJECT/SERVICE; got 'a/b/c'",
    ],
    ['explain fork_no_backups --for orders', 'fork_no_backups is a code: name a rule'],
    ['explain --for orders', '--for judges by one rule: name it'],
  ])('%s is refused', async (line, why) => {
    expect(await orders.run(line)).toMatchObject({ exitCode: 2, err: expect.stringContaining(why) });
  });
});
