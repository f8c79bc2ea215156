import { fromJson } from '../../src/provider/values';
import { aCreate } from '../registry/world';
import { aForkConfig, aProvider, aServiceConfig, live, made, replanned, told } from './a-provider';

const service = 'forkcast_service';

describe('another name of a live service', () => {
  test('is refused, with what it would lose', async () => {
    const it = await aProvider();
    const state = await made(it.core, aForkConfig());
    const { plan } = await replanned(it.core, aForkConfig({}, { service_name: 'other' }), state);
    const [error = ''] = told(plan.diagnostics, 'error');
    expect(error).toMatch(/destroys the fork demo\/copy .*because of service_name/);
    expect(error).toMatch(/demo\/copy holds would be lost: .*on_fork_change = "replace"/s);
  });

  test('replaces it where that is accepted, and says what is lost', async () => {
    const it = await aProvider();
    const accepted = { on_fork_change: 'replace' };
    const state = await made(it.core, aForkConfig({}, accepted));
    const { plan } = await replanned(it.core, aForkConfig({}, { ...accepted, service_name: 'other' }), state);
    expect(plan.action).toBe('replace');
    expect(told(plan.diagnostics, 'error')).toEqual([]);
    expect(told(plan.diagnostics, 'warning').join('\n')).toMatch(/destroys demo\/copy .*holds would be lost/s);
  });

  test('is refused of a protected one even so', async () => {
    const it = await aProvider();
    const config = aForkConfig({}, { on_fork_change: 'replace', termination_protection: true });
    const state = await made(it.core, config);
    const { plan } = await replanned(it.core, { ...config, service_name: 'other' }, state);
    expect(told(plan.diagnostics, 'error').join()).toMatch(/termination protection is on/);
  });
});

describe('another recovery point of a live fork, where its loss is accepted,', () => {
  const accepted = { on_fork_change: 'replace' };
  const latest = aForkConfig({}, { ...accepted, latest_transaction: true });
  const time = aForkConfig({ recovery_target_time: '2026-11-03T10:00:00Z' }, accepted);

  test.each([
    ['the newest transaction after a time', time, latest],
    ['a time after the newest transaction', latest, time],
  ])('replaces it: %s', async (_, before, after) => {
    const it = await aProvider();
    const state = await made(it.core, before);
    const core = await it.again();
    const { plan, read } = await replanned(core, after, state);
    expect([plan.action, told(plan.diagnostics, 'error')]).toEqual(['replace', []]);
    const applied = await (await it.again()).change(service, after, read);
    expect([applied.faults, told(applied.diagnostics, 'error')]).toEqual([[], []]);
    if (applied.state === null) throw new RangeError('It was lost.');
    expect((await replanned(await it.again(), after, applied.state)).plan.action).toBe('no-op');
  });

  test('does not look for the new source in the project of the old one', async () => {
    const it = await aProvider();
    it.world.run(aCreate({ project: 'other', service: 'theirs' }));
    it.world.advance(3 * 86_400_000);
    const theirs = aForkConfig({ service_to_fork_from: 'theirs', project_to_fork_from: 'other' }, accepted);
    const state = await made(it.core, theirs);
    const { plan } = await replanned(await it.again(), aForkConfig({}, accepted), state);
    expect([plan.action, told(plan.diagnostics, 'error')]).toEqual(['replace', []]);
  });
});

test('a fork key that moves by itself says how to keep the fork, and how to destroy', async () => {
  const it = await aProvider();
  const state = await made(it.core, aForkConfig({ recovery_target_time: '2026-11-03T10:00:00Z' }));
  const { plan } = await replanned(it.core, aForkConfig({ recovery_target_time: '2026-11-03T11:00:00Z' }), state);
  const [error = ''] = told(plan.diagnostics, 'error');
  expect(error).toContain('lifecycle { ignore_changes = [user_config.recovery_target_time] }');
  expect(error).toContain('terraform destroy -refresh=false');
});

test('an error of a service that is not there yet says nothing of destroying it', async () => {
  const { core } = await aProvider();
  const plan = await core.plan(service, aForkConfig({ recovery_target_time: '2026-10-01T10:00:00Z' }), null);
  const errors = told(plan.diagnostics, 'error');
  expect(errors).toHaveLength(1);
  expect(errors[0]).not.toContain('terraform destroy');
});

describe('what the configuration does not mention', () => {
  const tagged = { tags: { team: 'shop' }, termination_protection: true };

  test('stays after an import', async () => {
    const it = await aProvider();
    await made(it.core, aForkConfig({}, tagged));
    const { state } = await it.core.import(service, 'demo/copy');
    if (state === null) throw new RangeError('Nothing was imported.');
    const { plan, read } = await replanned(it.core, aForkConfig(), state);
    expect(plan.planned).toMatchObject(tagged);
    const config = aForkConfig({}, { plan: 'business-8' });
    const applied = await it.core.apply(service, config, read, await it.core.plan(service, config, read));
    expect(applied).toMatchObject({ diagnostics: [], faults: [] });
    expect(live(it, 'copy')).toMatchObject({ facts: { tags: { team: 'shop' }, terminationProtection: true } });
  });

  test('stays when it is taken out, and goes when it is written so', async () => {
    const it = await aProvider();
    const state = await made(it.core, aServiceConfig(tagged));
    expect((await replanned(it.core, aServiceConfig(), state)).plan.action).toBe('no-op');
    const none = aServiceConfig({ tags: {}, termination_protection: false });
    const { diagnostics } = await it.core.change(service, none, state);
    expect(diagnostics).toEqual([]);
    expect(live(it, 'plain')).toMatchObject({ facts: { tags: {}, terminationProtection: false } });
  });

  test('of power stays when it is taken out, whatever became of it since', async () => {
    const it = await aProvider();
    const state = await made(it.core, aForkConfig({}, { powered: false }));
    const taken = await replanned(await it.again(), aForkConfig(), state);
    expect([taken.plan.action, taken.plan.planned?.['powered']]).toEqual(['no-op', false]);
    it.world.run({ type: 'UpdateService', project: 'demo', service: 'copy', powered: true });
    const { read } = await replanned(await it.again(), aForkConfig(), state);
    it.world.run({ type: 'UpdateService', project: 'demo', service: 'copy', powered: false });
    const tagged = aForkConfig({}, { tags: { team: 'shop' } });
    const applied = await (await it.again()).change(service, tagged, read);
    expect([applied.faults, told(applied.diagnostics, 'error')]).toEqual([[], []]);
    expect(told(applied.diagnostics, 'warning').join()).toMatch(/differs from its plan/);
    expect(live(it, 'copy')).toMatchObject({ facts: { state: 'POWEROFF', tags: { team: 'shop' } } });
  });

  test('of tags is shown by a plan that takes it away', async () => {
    const it = await aProvider();
    const state = await made(it.core, aForkConfig());
    it.world.run({ type: 'ReplaceTags', project: 'demo', service: 'copy', tags: { cost: 'shop' } });
    const { read, plan } = await replanned(await it.again(), aForkConfig(), state);
    expect([plan.action, read?.value]).toEqual(['no-op', expect.objectContaining({ tags: { cost: 'shop' } })]);
    const tagged = aForkConfig({}, { tags: { team: 'shop' } });
    expect((await (await it.again()).plan(service, tagged, read)).planned).toMatchObject({ tags: { team: 'shop' } });
  });
});

describe('another plan of a live service', () => {
  test('plans the disk that follows from it, and leaves nothing undecided', async () => {
    const it = await aProvider();
    const state = await made(it.core, aServiceConfig());
    const { plan, read } = await replanned(it.core, aServiceConfig({ plan: 'business-8' }), state);
    expect(told(plan.diagnostics, 'warning')).toEqual([]);
    expect(plan.planned).toMatchObject({ disk_space_mb: expect.any(Number) as unknown });
    const applied = await it.core.apply(service, aServiceConfig({ plan: 'business-8' }), read, plan);
    expect(applied).toMatchObject({ diagnostics: [], faults: [] });
  });

  test('keeps the disk that was added', async () => {
    const it = await aProvider();
    const added = 10_240;
    const state = await made(it.core, aServiceConfig());
    const before = live(it, 'plain')?.facts.diskSpaceMb ?? 0;
    it.world.run({ type: 'UpdateService', project: 'demo', service: 'plain', diskSpaceMb: before + added });
    const config = aServiceConfig({ plan: 'business-8' });
    const { plan, read } = await replanned(it.core, config, state);
    expect(await it.core.apply(service, config, read, plan)).toMatchObject({ diagnostics: [], faults: [] });
    const own = it.world.registry.facts().catalogue.plans.get('pg/business-8')?.diskMb ?? 0;
    expect(live(it, 'plain')?.facts.diskSpaceMb).toBe(own + added);
  });
});

describe('the same in other words', () => {
  test.each([
    ['2026-11-03T10:00:00Z', '2026-11-03T11:00:00+01:00'],
    ['2026-11-03T10:00:00Z', '2026-11-03T10:00:00.000Z'],
    ['2026-11-03T10:00:00Z', '2026-11-03T10:00Z'],
  ])('%s spelled %s is no other fork', async (before, after) => {
    const it = await aProvider();
    const state = await made(it.core, aForkConfig({ recovery_target_time: before }));
    const config = aForkConfig({ recovery_target_time: after });
    const { plan } = await replanned(it.core, config, state);
    expect([plan.action, plan.diagnostics]).toEqual(['no-op', []]);
  });

  test('the addresses of a filter in another order are no change', async () => {
    const it = await aProvider();
    const filter = (...addresses: readonly string[]) =>
      aServiceConfig({ user_config: { ip_filter: fromJson(addresses) } });
    const state = await made(it.core, filter('10.0.0.0/8', '192.0.2.0/24'));
    const { plan } = await replanned(it.core, filter('192.0.2.0/24', '10.0.0.0/8'), state);
    expect([plan.action, plan.diagnostics]).toEqual(['no-op', []]);
  });
});

test('a filter of addresses that is taken out is a warning', async () => {
  const it = await aProvider();
  const state = await made(it.core, aServiceConfig({ user_config: { ip_filter: fromJson(['10.0.0.0/8']) } }));
  const { plan } = await replanned(it.core, aServiceConfig({ user_config: {} }), state);
  expect(told(plan.diagnostics, 'warning').join()).toMatch(/lets in 10.0.0.0\/8; it is taken out/);
});

describe('a change that the registry would refuse', () => {
  test('a plan with a disk below the data is refused by the plan', async () => {
    const it = await aProvider();
    it.world.run({
      type: 'CreateService',
      project: 'demo',
      service: 'big',
      serviceType: 'pg',
      plan: 'business-8',
      cloud: 'google-europe-west1',
      dataSizeMb: 130_000,
      userConfig: {},
    });
    const { state } = await it.core.import(service, 'demo/big');
    if (state === null) throw new RangeError('Nothing was imported.');
    const { plan } = await replanned(it.core, aServiceConfig({ service_name: 'big', user_config: {} }), state);
    expect(told(plan.diagnostics, 'error').join()).toMatch(/holds 130000 MB; with plan business-4/);
  });

  test.each([
    ['an older version', { user_config: { pg_version: '13' } }, /cannot go back to 13/],
    ['another type', { service_type: 'mysql' }, /is of type "pg"/],
    ['a cloud without the plan', { cloud_name: 'nowhere-1' }, /nowhere-1/],
  ])('%s is refused by the plan', async (_what, part, words) => {
    const it = await aProvider();
    const state = await made(it.core, aForkConfig());
    const config = { ...aForkConfig(), ...part };
    const { plan } = await replanned(it.core, config, state);
    expect(told(plan.diagnostics, 'error').join()).toMatch(words);
  });
});

test('what was acknowledged for the creation stays quiet while the service lives', async () => {
  const it = await aProvider();
  const acknowledge = [{ rule: 'recovery/no-recovery-point', reason: 'a rehearsal', until: null }];
  const state = await made(it.core, aForkConfig({}, { acknowledge }));
  const { plan } = await replanned(it.core, aForkConfig({}, { acknowledge, tags: { a: 'b' } }), state);
  expect([plan.action, plan.diagnostics]).toEqual(['update', []]);
});
