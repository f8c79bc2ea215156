import { expiryTag, hourMs } from '../../src/domain';
import { type ObjectValue, unknown } from '../../src/provider/protocol';
import { allowing, aRealAccount, aRealFork, type RealAccount } from './a-real-account';
import { aForkConfig, aServiceConfig, service, told } from './a-provider';

let account: RealAccount;
beforeAll(async () => {
  account = await aRealAccount();
});
afterAll(() => account.close());

/** The errors of a plan of a new service. */
const refusedIn = async (config: ObjectValue, block?: ObjectValue): Promise<string> => {
  const { diagnostics } = await (await account.run(block)).plan(service, config, null);
  return told(diagnostics, 'error').join('\n');
};
const expires = (end: string | typeof unknown | null): ObjectValue =>
  aForkConfig({}, { tags: { forkcast_expires: end } });

describe('what the block of the provider refuses stops the plan', () => {
  test.each<readonly [string, (part: RealAccount) => ObjectValue, string, ObjectValue]>([
    [
      'no end',
      () => aForkConfig(),
      'it has no end. Write the tag forkcast_expires with an instant from now until',
      allowing(),
    ],
    [
      'an end that is over',
      () => expires('2020-01-01T00:00:00Z'),
      "its tag forkcast_expires is '2020-01-01T00:00:00Z'",
      allowing(),
    ],
    ['an end too late', () => expires('2036-01-01T00:00:00Z'), 'live_for is 2d', allowing()],
    ['an end that is none', () => expires('tomorrow'), "its tag forkcast_expires is 'tomorrow'", allowing()],
    ['a plan of none', (it) => aRealFork(it, { plan: 'business-8' }), 'plans names business-4', allowing()],
    ['no source', (it) => aServiceConfig({ tags: aRealFork(it)['tags'] ?? null }), 'only forks are made', allowing()],
    ['another project', (it) => aRealFork(it), 'allow_real names Demo', allowing({}, ['Demo'])],
    ['no permission', (it) => aRealFork(it), 'real accounts are read only', { project: 'demo' }],
  ])('%s', async (_what, config, why, block) => {
    const text = await refusedIn(config(account), block);
    expect(text).toContain(why);
    expect(text).toContain('forkcast explain FC_REAL_FORK_REFUSED');
  });

  test('one block more than may live at once, and not those before it', async () => {
    const core = await account.run(allowing({ most: 1 }));
    const first = await core.plan(service, aRealFork(account), null);
    const second = await core.plan(service, aRealFork(account, { service_name: 'two' }), null);
    expect(told(first.diagnostics, 'error')).toEqual([]);
    expect(told(second.diagnostics, 'error').join()).toContain(
      '1 may live at once (most), and 1 will beside it: demo/copy',
    );
  });
});

test('the end of a fork is judged by the clock of the account', async () => {
  const rehearsal = await aRealAccount(40 * 24 * hourMs);
  try {
    const { diagnostics } = await (await rehearsal.run()).plan(service, aRealFork(rehearsal), null);
    expect(told(diagnostics, 'error').filter((line) => line.includes(expiryTag))).toEqual([]);
  } finally {
    await rehearsal.close();
  }
});

test.each<readonly [string, (part: RealAccount) => ObjectValue]>([
  ['an end', () => expires(unknown)],
  ['tags', () => aForkConfig({}, { tags: unknown })],
  ['a plan', (it) => aRealFork(it, { plan: unknown })],
  ['a source', (it) => aRealFork(it, { user_config: { service_to_fork_from: unknown } })],
])('%s that is not known yet is judged by the apply', async (_what, config) => {
  expect(await refusedIn(config(account))).toBe('');
});

test.each<readonly [ObjectValue, string]>([
  [allowing({}, ['']), 'allow_real has "" in it; each is a name'],
  [allowing({}, []), 'allow_real is an empty list'],
  [{ ...allowing({}), allow_real: ['demo', null] }, 'allow_real has null in it'],
  [allowing({ plans: [null] }), 'plans has null in it; each is a name'],
  [allowing({ plans: [] }), 'plans is an empty list, so nothing would be allowed'],
])('a list of the block that names nothing is refused by its name: %j', async (block, why) => {
  const core = await account.run();
  expect(told(await core.configure(block), 'error').join()).toContain(why);
});

test('what a command reads serves all of its plans, and its cost is told', async () => {
  const core = await account.run();
  account.seen.length = 0;
  for (const name of ['one', 'two', 'three'])
    await core.plan(service, aRealFork(account, { service_name: name }), null);
  const counted = new Map<string, number>();
  for (const line of account.seen) counted.set(line, (counted.get(line) ?? 0) + 1);
  expect(Object.fromEntries(counted)).toEqual({
    'GET /v1/forkcast/snapshot?services=demo%2Fone%2Cdemo%2Forders': 1,
    'GET /v1/project': 1,
    'GET /v1/project/demo/clouds': 1,
    'GET /v1/project/demo/service?include_secrets=false': 1,
    'GET /v1/project/demo/service/orders/backups': 1,
  });
  expect(account.told.join('\n')).toMatch(/was read with 4 GET requests; its clock is 0 s off this machine's/);
  account.world.advance(60_000);
  await core.plan(service, aRealFork(account, { service_name: 'four' }), null);
  expect(account.seen.filter((line) => line === 'GET /v1/project')).toHaveLength(2);
});
