import type { ObjectValue } from '../../src/provider/protocol';
import { allowing, aRealAccount, aRealFork, liveNames, type RealAccount } from '../provider/a-real-account';
import { aForkConfig, aServiceConfig, made, replanned, service, told } from '../provider/a-provider';

let account: RealAccount;
beforeEach(async () => {
  account = await aRealAccount();
});
afterEach(() => account.close());

const changes = (): readonly string[] => account.seen.filter((line) => !line.startsWith('GET '));
const findFork = () => account.world.registry.findService({ project: 'demo', service: 'copy' });
const collection = 'POST /v1/project/demo/service';

/** The errors of making it, when nothing but GET was sent. */
const refusedWith = async (config: ObjectValue, block?: ObjectValue): Promise<string> => {
  const { state, diagnostics } = await (await account.run(block)).change(service, config, null);
  expect([state, changes()]).toEqual([null, []]);
  return told(diagnostics, 'error').join('\n');
};

describe('a fork at a real account', () => {
  test('is made, read, planned again without a change, and ended', async () => {
    const config = aRealFork(account);
    const state = await made(await account.run(), config);
    expect(findFork()?.facts.tags).toMatchObject({
      forkcast_owner: 'provider-drawn-id-1',
      forkcast_service: 'demo/copy',
    });
    expect(state.value).toMatchObject({ ready: true, owner: 'provider-drawn-id-1', tags: config['tags'] });
    const first = account.seen.indexOf(collection);
    expect(account.seen.slice(0, first)).toContain('GET /v1/project/demo/service?include_secrets=false');
    const { read, plan } = await replanned(await account.run(), config, state);
    expect([plan.action, told(plan.diagnostics, 'error')]).toEqual(['no-op', []]);
    await (await account.run()).change(service, null, read);
    expect(liveNames(account)).toEqual(['demo/orders']);
    expect(changes()).toEqual([collection, 'DELETE /v1/project/demo/service/copy']);
  });

  test('is not made where the block of the provider does not name its project', async () => {
    expect(await refusedWith(aRealFork(account), { project: 'demo' })).toContain('real accounts are read only');
    expect(await refusedWith(aRealFork(account), allowing({}, ['another']))).toContain('allow_real names another');
  });

  test.each<readonly [string, (part: RealAccount) => ObjectValue, string]>([
    ['without an end', () => aForkConfig(), 'it has no end. Write the tag forkcast_expires with an instant'],
    ['with an end too late', (it) => aRealFork(it, {}, { forkcast_expires: '2036-01-01T00:00:00Z' }), 'live_for is 2d'],
    ['with a plan that is not allowed', (it) => aRealFork(it, { plan: 'business-8' }), 'plans names business-4'],
    ['that is no fork', (it) => aServiceConfig({ tags: aRealFork(it)['tags'] ?? null }), 'only forks are made'],
  ])('%s is not made', async (_what, config, why) => {
    expect(await refusedWith(config(account))).toContain(why);
  });

  test('is not made beyond the number that may live at once', async () => {
    const block = allowing({ most: 1 });
    await made(await account.run(block), aRealFork(account));
    const { diagnostics } = await (
      await account.run(block)
    ).change(service, aRealFork(account, { service_name: 'two' }), null);
    expect(told(diagnostics, 'error').join('')).toContain('1 may live at once (most), and there are 1: demo/copy');
    expect(changes()).toEqual([collection]);
  });

  test('is only told of by a dry run', async () => {
    const text = await refusedWith(aRealFork(account), allowing({ dry_run: true }));
    expect(text).toMatch(/It would have been:\s+POST http:\/\/127\.0\.0\.1:\d+\/v1\/project\/demo\/service/);
    expect(text).toContain('"forkcast_service": "demo/copy"');
  });

  test('keeps its protection, whatever is declared', async () => {
    const config = aRealFork(account, { termination_protection: true });
    const state = await made(await account.run(), config);
    const unprotected = { ...config, termination_protection: false };
    const { diagnostics } = await (await account.run()).change(service, unprotected, state);
    expect(told(diagnostics, 'error').join('')).toContain('its termination protection is never taken off from here');
    const end = await (await account.run()).change(service, null, state);
    expect(told(end.diagnostics, 'error')).not.toEqual([]);
    expect(changes()).toEqual([collection]);
  });

  test('whose tags change keeps those that say whose it is', async () => {
    const config = aRealFork(account);
    const state = await made(await account.run(), config);
    const more = aRealFork(account, {}, { team: 'shop' });
    const { state: after, faults } = await (await account.run()).change(service, more, state);
    expect([faults, after?.value['tags']]).toEqual([[], more['tags']]);
    expect(findFork()?.facts.tags).toMatchObject({ team: 'shop', forkcast_owner: 'provider-drawn-id-1' });
  });
});

/** The errors of a plan of making it. */
const refusedInPlan = async (config: ObjectValue, block?: ObjectValue): Promise<string> => {
  const { diagnostics } = await (await account.run(block)).plan(service, config, null);
  return told(diagnostics, 'error').join('\n');
};

describe('what the block of the provider refuses stops the plan', () => {
  test('one beside a fork of another stack, but not beside one that this plan may end', async () => {
    const block = allowing({ most: 1 });
    await made(await account.run(block), aRealFork(account));
    const two = aRealFork(account, { service_name: 'two' });
    expect(await refusedInPlan(two, block)).toBe('');
    expect(await refusedInPlan(two, { ...block, stack: 'other' })).toContain('1 will beside it: demo/copy');
  });

  test('a change to a plan of none, a protection that is taken off, and the end of a fork of another project', async () => {
    const config = aRealFork(account, { termination_protection: true });
    const state = await made(await account.run(), config);
    const changes: readonly (readonly [ObjectValue, string])[] = [
      [{ ...config, plan: 'business-8' }, 'plans names business-4'],
      [{ ...config, termination_protection: false }, 'its termination protection is never taken off from here'],
    ];
    for (const [changed, why] of changes) {
      const { diagnostics } = await (await account.run()).plan(service, changed, state);
      expect(told(diagnostics, 'error').join()).toContain(why);
    }
    const open = { ...state, value: { ...state.value, termination_protection: false } };
    const { diagnostics } = await (await account.run(allowing({}, ['other']))).plan(service, null, open);
    expect(told(diagnostics, 'error').join()).toContain('allow_real names other');
  });
});

describe('what is not this state`s is left as it is', () => {
  const strange = async (change: () => void): Promise<string> => {
    const config = aRealFork(account);
    const state = await made(await account.run(), config);
    change();
    const before = changes().length;
    const core = await account.run();
    const ended = await core.change(service, null, state);
    expect(changes().slice(before)).toEqual([]);
    const read = await core.read(service, state);
    expect(read.state).toBeNull();
    return told([...ended.diagnostics, ...read.diagnostics], 'warning').join('\n');
  };
  const tagsNow = () => ({ ...findFork()?.facts.tags });

  test('a fork whose tags the vendor`s provider replaced', async () => {
    const text = await strange(() =>
      account.world.run({ type: 'ReplaceTags', project: 'demo', service: 'copy', tags: { team: 'shop' } }),
    );
    expect(text).toContain('demo/copy');
    expect(liveNames(account)).toEqual(['demo/copy', 'demo/orders']);
  });

  test('a service that another ended and made anew, though with the same tags', async () => {
    await strange(() => {
      const tags = tagsNow();
      account.world.run({ type: 'TerminateService', project: 'demo', service: 'copy' });
      account.world.advance(60_000);
      account.world.run({
        type: 'CreateService',
        project: 'demo',
        service: 'copy',
        serviceType: 'pg',
        plan: 'business-4',
        cloud: 'google-europe-west1',
        userConfig: {},
        tags,
      });
    });
    expect(liveNames(account)).toEqual(['demo/copy', 'demo/orders']);
  });

  test('a fork of a fork, to which its tags were copied', async () => {
    const state = await made(await account.run(), aRealFork(account));
    account.world.run({
      type: 'CreateService',
      project: 'demo',
      service: 'second',
      serviceType: 'pg',
      plan: 'business-4',
      cloud: 'google-europe-west1',
      userConfig: {},
      tags: tagsNow(),
    });
    const { diagnostics } = await (
      await account.run()
    ).change(service, aRealFork(account, { service_name: 'second' }), null);
    expect(told(diagnostics, 'error').join('')).toContain('demo/second');
    await (await account.run()).change(service, null, state);
    expect(liveNames(account)).toEqual(['demo/orders', 'demo/second']);
  });
});

describe('an import', () => {
  const importing = async (id: string) => {
    const { state, diagnostics } = await (await account.run()).import(service, id);
    return { state, text: told(diagnostics, 'error').join('\n') };
  };

  test('of what its tags give to another is refused before the apply, with the tags and the id to import by', async () => {
    const before = await made(await account.run(), aRealFork(account));
    const sent = changes().length;
    const refused = await importing('demo/copy');
    expect(refused.state).toBeNull();
    const [, owner = ''] =
      /avn service tags update copy --project demo --add-tag forkcast_owner=(\S+)/.exec(refused.text) ?? [];
    expect(refused.text).toContain(`import it with this id of its owner: demo/copy@${owner}`);
    expect((await importing(`demo/copy@${owner}`)).text).toContain(`forkcast_owner=${owner}`);
    expect(changes()).toHaveLength(sent);

    // As the user does with the vendor's tools.
    const tags = { ...findFork()?.facts.tags, forkcast_owner: owner, forkcast_service: 'demo/copy' };
    account.world.run({ type: 'ReplaceTags', project: 'demo', service: 'copy', tags });
    const { state, text } = await importing(`demo/copy@${owner}`);
    expect([state?.value, text]).toEqual([expect.objectContaining({ owner }), '']);
    const core = await account.run();
    expect((await core.read(service, before)).state).toBeNull();
    const held = (await core.read(service, state ?? before)).state;
    expect(held).not.toBeNull();
    expect((await core.change(service, null, held ?? before)).diagnostics).toEqual([]);
    expect(liveNames(account)).toEqual(['demo/orders']);
  });

  test('by the owner that another state has is none by accident: the id has to be said', async () => {
    await made(await account.run(), aRealFork(account));
    expect((await importing('demo/copy')).state).toBeNull();
    expect((await importing('demo/orders')).text).toContain('avn service tags update orders');
  });

  test('in a project that is not allowed is refused', async () => {
    const { state, diagnostics } = await (await account.run(allowing({}, ['else']))).import(service, 'demo/orders@x');
    expect([state, told(diagnostics, 'error').join('')]).toEqual([
      null,
      expect.stringContaining('allow_real names else'),
    ]);
  });
});

test('a plan, a read, an import and data sources ask by GET alone, and for no secret', async () => {
  const core = await account.run({ project: 'demo' });
  await core.plan(service, aRealFork(account), null);
  const { state } = await core.import(service, 'demo/orders');
  if (state !== null) await core.read(service, state);
  for (const type of ['forkcast_service', 'forkcast_backups', 'forkcast_recovery_windows'])
    await core.readData(type, { service_name: 'orders' });
  await core.readData('forkcast_clouds', {});
  expect(changes()).toEqual([]);
  const services = account.seen.filter((line) => /^GET \/v1\/project\/demo\/service(\/orders)?(\?|$)/.test(line));
  expect(services.length).toBeGreaterThan(2);
  expect(services.filter((line) => !line.includes('include_secrets=false'))).toEqual([]);
});

describe('what users of the vendor`s API met', () => {
  test('a new service that is not there at first, flickers and has no passwords is waited for', async () => {
    account.faults.set({ unseen_reads: 3, unsteady_reads: 6, blank_password_reads: 8 });
    const state = await made(await account.run(), aRealFork(account));
    expect(state.value).toMatchObject({ ready: true, service_uri: expect.stringContaining(':') });
    expect(changes()).toEqual([collection]);
  });

  test.each([501, 503] as const)(
    'a create that is answered %i though it was made is adopted, and made once',
    async (status) => {
      account.faults.set({
        error_after_success_rate: 1,
        error_after_success_status: status,
        unseen_reads: 2,
        operations: ['ServiceCreate'],
      });
      await made(await account.run(), aRealFork(account));
      expect([liveNames(account), changes()]).toEqual([['demo/copy', 'demo/orders'], [collection]]);
    },
  );

  test('a create that is told to come again is asked again, and looked for before', async () => {
    account.faults.set({
      error_rate: 0.5,
      error_status: 429,
      try_again_in_s: 28,
      seed: '3',
      operations: ['ServiceCreate'],
    });
    await made(await account.run(), aRealFork(account));
    const posts = account.seen.flatMap((line, index) => (line === collection ? [index] : []));
    for (const index of posts) expect(account.seen[index - 1]).toMatch(/^GET \/v1\/project\/demo\/service\?/);
    expect(liveNames(account)).toEqual(['demo/copy', 'demo/orders']);
  });
});
