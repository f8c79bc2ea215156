import { aProvider, aServiceConfig, made, replanned, service, told } from './a-provider';

const vendor = 'registry.terraform.io/aiven/aiven';
const config = aServiceConfig({ service_name: 'orders' });
const secret = 'postgres://avnadmin:s3cr3t-of-the-source@host/defaultdb';

/** A state of the vendor's provider, with what it keeps in the clear. */
const json = (part: object = {}): string =>
  JSON.stringify({
    id: 'demo/orders',
    project: 'demo',
    service_name: 'orders',
    plan: 'startup-4',
    service_uri: secret,
    ...part,
  });

const pg = { provider: vendor, type: 'aiven_pg', json: json() };

describe('a service of the vendor’s provider that a block moved brings here', () => {
  test('is the live service, is announced and taken over by the next apply, and the plan after is empty', async () => {
    const { core, world } = await aProvider();
    const before = world.registry.findService({ project: 'demo', service: 'orders' });
    const moved = await core.move(service, pg);
    expect(told(moved.diagnostics, 'error')).toEqual([]);
    if (moved.state === null) throw new RangeError('Nothing was moved.');
    expect(JSON.stringify(moved.state)).not.toContain('s3cr3t');
    const { plan, read } = await replanned(core, config, moved.state);
    expect([plan.action, told(plan.diagnostics, 'error')]).toEqual(['update', []]);
    expect(told(plan.diagnostics, 'warning').join()).toContain('is taken over');
    expect(JSON.stringify(read)).not.toContain('s3cr3t');
    const applied = await core.apply(service, config, read, plan);
    expect([told(applied.diagnostics, 'error'), applied.faults]).toEqual([[], []]);
    if (applied.state === null) throw new RangeError('Nothing was kept.');
    expect((await replanned(core, config, applied.state)).plan.action).toBe('no-op');
    const after = world.registry.findService({ project: 'demo', service: 'orders' });
    expect([after?.facts.incarnation, after?.facts.ownership.state]).toEqual([before?.facts.incarnation, 'held']);
  });

  test('is refused where another configuration holds it, and nothing changes', async () => {
    const it = await aProvider();
    await made(it.core, aServiceConfig({ service_name: 'theirs' }));
    const core = await it.again();
    const moved = await core.move(service, { ...pg, json: json({ service_name: 'theirs' }) });
    if (moved.state === null) throw new RangeError('Nothing was moved.');
    const read = await core.read(service, moved.state);
    expect(told(read.diagnostics, 'error')).toEqual([
      expect.stringMatching(/demo\/theirs is held by drawn-id-1.*forkcast service release demo\/theirs/),
    ]);
    expect(it.world.registry.findService({ project: 'demo', service: 'theirs' })?.facts.ownership.state).toBe('held');
  });

  test('says so where it is not there', async () => {
    const { core } = await aProvider();
    const moved = await core.move(service, { ...pg, json: json({ service_name: 'gone' }) });
    if (moved.state === null) throw new RangeError('Nothing was moved.');
    const read = await core.read(service, moved.state);
    expect(told(read.diagnostics, 'error')).toEqual([expect.stringContaining('no service demo/gone lives')]);
  });

  test.each([
    ['another provider', { ...pg, provider: 'registry.terraform.io/acme/aiven' }],
    ['a resource that is no service', { ...pg, type: 'aiven_pg_user' }],
    ['a state without a name', { ...pg, json: '{"project":"demo"}' }],
  ])('%s cannot become one', async (_, source) => {
    const { core } = await aProvider();
    const { diagnostics } = await core.move(service, source);
    expect(told(diagnostics, 'error')).toEqual([expect.stringContaining('cannot become a forkcast_service')]);
  });
});
