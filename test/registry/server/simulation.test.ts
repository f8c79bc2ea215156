import { hourMs } from '../../../src/domain';
import { aCreate, aFork } from '../world';
import { aBody, aServer, collection } from './a-server';

const preview = '/v1/forkcast/project/demo/service/orders/fork-preview';

describe('a fork preview', () => {
  test('tells what the fork would be, and makes nothing', async () => {
    const { ask, world, registry } = aServer({ profile: 'realistic' });
    world.run(aCreate({ tags: { team: 'shop' } }));
    world.advance(hourMs);
    const events = registry.status().events;
    const answer = await ask('POST', preview, { body: { service_name: 'copy' } });
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.body).toMatchObject({
      possible: true,
      refusals: [],
      lineage: { source_service: 'orders', role: 'primary' },
      manifest: { copied: expect.any(Array), not_copied: expect.any(Array) },
      windows: [{ role: 'primary', earliest: expect.any(String), latest: null }],
      fork: { service_name: 'copy', plan: 'business-4' },
    });
    expect(registry.status().events).toBe(events);
    world.run(aFork());
    const made = registry.findService({ project: 'demo', service: 'copy' });
    const { estimate } = answer.body as { estimate: { running_at: string; first_backup_at: string } };
    expect(Date.parse(estimate.running_at)).toBe(made?.facts.runningAt);
    expect(Date.parse(estimate.first_backup_at)).toBe(made?.facts.firstBackupAt);
  });

  test('tells why it would be refused, as the create does', async () => {
    const { ask, world } = aServer({ profile: 'fast' });
    world.run(aCreate());
    const { body } = await ask('POST', preview, { body: {} });
    expect(body).toMatchObject({ possible: false, refusals: [{ error_code: 'fork_no_backups' }] });
    expect(await ask('POST', '/v1/forkcast/project/demo/service/gone/fork-preview', { body: {} })).toMatchObject({
      status: 404,
    });
  });
});

describe('a fork preview while the region of the source is down', () => {
  const region = { additional_backup_regions: ['google-europe-west4'] };

  test.each([
    ['pg', [{ target: 'latest-transaction' }, { target: 'latest-backup' }], true],
    ['opensearch', [{ target: 'latest-backup' }], false],
  ] as const)('offers what the second region holds: %s', async (serviceType, targets, hasLog) => {
    const { ask, world } = aServer({ profile: 'realistic' });
    world.run(aCreate({ serviceType, userConfig: region }));
    world.advance(30 * hourMs);
    world.run({ type: 'SetCloudDown', cloud: 'google-europe-west1', down: true });
    world.advance(hourMs);
    const { body } = await ask('POST', preview, { body: { plan: 'business-8' } });
    const lost_minutes = hasLog ? expect.any(Number) : null;
    expect(body).toMatchObject({
      possible: false,
      refusals: [{ error_code: 'cloud_down' }],
      recovery_choices: targets.map((target) => ({ ...target, from: 'secondary', lost_minutes })),
    });
    if (hasLog) expect(body).toMatchObject({ windows: [{ role: 'primary', down: true }, { role: 'secondary' }] });
  });

  test('offers nothing where there is no copy, or where the primary location was insisted on', async () => {
    const { ask, world } = aServer();
    world.run(aCreate(), aCreate({ service: 'copied', userConfig: region }));
    world.advance(hourMs);
    world.run({ type: 'SetCloudDown', cloud: 'google-europe-west1', down: true });
    expect((await ask('POST', preview, { body: {} })).body).toMatchObject({ recovery_choices: [] });
    const insisted = await ask('POST', preview.replace('orders', 'copied'), { body: { from: 'primary' } });
    expect(insisted.body).toMatchObject({ recovery_choices: [] });
  });
});

describe('the controls of a served registry', () => {
  test('freeze, advance and speed the clock', async () => {
    const { ask } = aServer({ clock: { kind: 'real' } });
    expect(await ask('PUT', '/v1/forkcast/clock', { body: { mode: 'frozen' } })).toMatchObject({ status: 200 });
    const moved = await ask('POST', '/v1/forkcast/clock/advance', { body: { by_ms: hourMs } });
    expect(moved.body).toEqual({ now: '2026-11-01T01:00:00Z', mode: 'frozen', factor: null });
    const faster = await ask('PUT', '/v1/forkcast/clock', { body: { mode: 'factor', factor: 60 } });
    expect(faster.body).toMatchObject({ mode: 'factor', factor: 60 });
  });

  test('play a world from now on, or nothing of one that is refused', async () => {
    const { ask, registry } = aServer();
    const world = {
      formatVersion: 1,
      organizations: ['acme'],
      projects: [{ name: 'demo', organization: 'acme' }],
      services: [{ service: 'demo/orders', type: 'pg', plan: 'business-4', createdAt: '-1h' }],
    };
    const events = registry.status().events;
    const broken = {
      ...world,
      services: [...world.services, { ...world.services[0], service: 'demo/b', plan: 'no-plan' }],
    };
    expect(await ask('POST', '/v1/forkcast/world', { body: broken })).toMatchObject({
      status: 400,
      code: 'plan_unknown',
    });
    expect(registry.status().events).toBe(events);
    const { now } = registry.clock();
    const late = { ...broken, services: [...broken.services.slice(0, 1), { ...broken.services[1], createdAt: 'now' }] };
    expect(await ask('POST', '/v1/forkcast/world', { body: late })).toMatchObject({ code: 'plan_unknown' });
    expect(registry.clock().now).toBe(now);
    expect(await ask('POST', '/v1/forkcast/world', { body: world })).toMatchObject({ status: 200 });
    expect(await ask('GET', `${collection}/orders`)).toMatchObject({ status: 200 });
    expect(await ask('POST', '/v1/forkcast/world', { body: { formatVersion: 1 } })).toMatchObject({
      status: 400,
      code: 'request_invalid',
    });
  });

  test('reset the registry where it is known how it was made', async () => {
    let resets = 0;
    const { ask } = aServer({
      reset: () => {
        resets += 1;
        return Promise.resolve({ kind: 'done' });
      },
    });
    expect(await ask('POST', '/v1/forkcast/reset')).toMatchObject({ status: 200, body: { message: 'reset' } });
    expect(resets).toBe(1);
    expect(await aServer().ask('POST', '/v1/forkcast/reset')).toMatchObject({ code: 'operation_not_simulated' });
  });

  test('take a region down: its services stop, and the fork comes from the secondary', async () => {
    const { ask, world } = aServer();
    await ask('POST', collection, {
      body: aBody('orders', { user_config: { additional_backup_regions: ['google-europe-west4'] } }),
    });
    world.advance(48 * hourMs);
    expect(await ask('PUT', '/v1/forkcast/outage/google-europe-west1', { body: { down: true } })).toMatchObject({
      status: 200,
    });
    const down = await ask('GET', `${collection}/orders`);
    expect(down.body).toMatchObject({ service: { state: 'REBUILDING' } });
    const user_config = { service_to_fork_from: 'orders' };
    expect(await ask('POST', collection, { body: aBody('copy', { user_config }) })).toMatchObject({ status: 400 });
    const rescued = await ask('POST', collection, {
      body: aBody('copy', { user_config, cloud: 'google-europe-west4' }),
    });
    expect(rescued.body).toMatchObject({ service: { forkcast: { lineage: { role: 'secondary' } } } });
  });
});
