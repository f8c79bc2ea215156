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

describe('what the configuration does not mention', () => {
  const tagged = { tags: { team: 'shop' }, termination_protection: true };

  test('stays after an import', async () => {
    const it = await aProvider();
    await made(it.core, aForkConfig({}, tagged));
    const { state } = await it.core.import(service, 'demo/copy');
    if (state === null) throw new RangeError('Nothing was imported.');
    const { plan, read } = await replanned(it.core, aForkConfig(), state);
    expect([plan.action, plan.diagnostics]).toEqual(['no-op', []]);
    const config = aForkConfig({}, { plan: 'business-8' });
    const applied = await it.core.apply(service, config, read, await it.core.plan(service, config, read));
    expect(applied).toMatchObject({ diagnostics: [], faults: [] });
    expect(live(it, 'copy')).toMatchObject({ tags: { team: 'shop' }, terminationProtection: true });
  });

  test('stays when it is taken out, and goes when it is written so', async () => {
    const it = await aProvider();
    const state = await made(it.core, aServiceConfig(tagged));
    expect((await replanned(it.core, aServiceConfig(), state)).plan.action).toBe('no-op');
    const none = aServiceConfig({ tags: {}, termination_protection: false });
    const { diagnostics } = await it.core.change(service, none, state);
    expect(diagnostics).toEqual([]);
    expect(live(it, 'plain')).toMatchObject({ tags: {}, terminationProtection: false });
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
    const before = live(it, 'plain')?.diskSpaceMb ?? 0;
    it.world.run({ type: 'UpdateService', project: 'demo', service: 'plain', diskSpaceMb: before + added });
    const config = aServiceConfig({ plan: 'business-8' });
    const { plan, read } = await replanned(it.core, config, state);
    expect(await it.core.apply(service, config, read, plan)).toMatchObject({ diagnostics: [], faults: [] });
    const own = it.world.registry.facts().catalogue.plans.get('pg/business-8')?.diskMb ?? 0;
    expect(live(it, 'plain')?.diskSpaceMb).toBe(own + added);
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
    const { plan, read } = await replanned(it.core, config, state);
    expect(told(plan.diagnostics, 'error')).toEqual([]);
    expect(await it.core.apply(service, config, read, plan)).toMatchObject({ diagnostics: [], faults: [] });
  });
});
