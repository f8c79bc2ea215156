import { unknown } from '../../src/provider/protocol';
import { aCreate } from '../registry/world';
import { aForkConfig, aProvider, aServiceConfig, made, replanned, told } from './a-provider';

const action = 'forkcast_refresh';
const copy = { project: 'demo', service: 'copy' };

/** A fork that a state holds, whose source was written to since. */
const aStaleFork = async (config = aForkConfig()) => {
  const it = await aProvider();
  const state = await made(it.core, config);
  const ownerId = state.value['owner'];
  const owner = typeof ownerId === 'string' ? ownerId : '';
  it.world.run({ type: 'WriteRow', project: 'demo', service: 'orders', database: 'defaultdb', key: 'new', value: 'v' });
  it.world.advance(2 * 86_400_000);
  const found = () => it.world.registry.findService(copy);
  const rows = () => JSON.stringify(it.world.registry.contents(copy)?.rows ?? []);
  return { ...it, state, owner, config, found, rows, asked: { service_name: 'copy', owner } };
};

const write = (key: string) =>
  ({ type: 'WriteRow', project: 'demo', service: 'copy', database: 'defaultdb', key, value: 'v' }) as const;

describe('the action that makes a fork again', () => {
  test('is announced as what it is, tells how far it is, and the state goes on with what it made', async () => {
    const { core, config, state, found, rows, asked, again } = await aStaleFork();
    const before = found();
    expect(rows()).not.toContain('"new"');
    const { planned, diagnostics, progress, faults } = await core.act(action, asked);
    expect(told(planned, 'warning').join()).toMatch(
      /copy is ended and made again: This is no refresh of a state.*demo\/orders.*would be lost: 10 rows/su,
    );
    expect([told(planned, 'error'), told(diagnostics, 'error'), faults]).toEqual([[], [], []]);
    expect(progress[0]).toBe('demo/copy: terminating');
    expect(progress).toContain('demo/copy: creating');
    expect(rows()).toContain('"new"');
    const after = found();
    expect([after?.host, after?.port, after?.facts.plan]).toEqual([before?.host, before?.port, before?.facts.plan]);
    expect(after).toMatchObject({
      facts: { incarnation: 2, ownership: { state: 'held', owner: { id: asked.owner } } },
    });
    expect((await replanned(await again(), config, state)).plan.action).toBe('no-op');
  });

  test('only plans where nobody invokes it', async () => {
    const { core, found, asked } = await aStaleFork();
    expect(told((await core.act(action, asked, false)).planned, 'warning')).toHaveLength(1);
    expect(found()?.facts.incarnation).toBe(1);
  });

  test('ends nothing that was written to since, unless that is said', async () => {
    const { core, world, found, rows, asked } = await aStaleFork();
    world.run(write('own'));
    const refused = await core.act(action, asked);
    expect(told(refused.planned, 'error').join()).toMatch(
      /holds more than it was made with.*11 rows.*lose_changes = true/su,
    );
    expect([found()?.facts.incarnation, rows()]).toEqual([1, expect.stringContaining('"own"')]);
    const done = await core.act(action, { ...asked, lose_changes: true });
    expect([told(done.planned, 'error'), told(done.diagnostics, 'error')]).toEqual([[], []]);
    expect([found()?.facts.incarnation, rows().includes('"own"')]).toEqual([2, false]);
  });

  test('says what is not in the new one, which the next apply makes again', async () => {
    const { core, again, world, asked } = await aStaleFork();
    const place = { service_name: 'copy' };
    const members = [
      ['forkcast_database', { ...place, database_name: 'reports' }],
      ['forkcast_service_user', { ...place, username: 'reader' }],
      ['forkcast_connection_pool', { ...place, pool_name: 'web', database_name: 'reports' }],
    ] as const;
    const states = [];
    for (const [type, config] of members) states.push({ type, config, state: await made(core, config, type) });
    world.run(aCreate({ service: 'metrics', serviceType: 'thanos', plan: 'startup-4', userConfig: {} }));
    world.advance(600_000);
    const metrics = { integration_type: 'metrics', source_service_name: 'copy', destination_service_name: 'metrics' };
    await made(core, metrics, 'forkcast_service_integration');
    const named = /database reports, user reader, connection pool web, metrics from copy to metrics/u;
    expect(told((await core.act(action, asked)).planned, 'error').join()).toMatch(named);
    const { planned, diagnostics } = await core.act(action, { ...asked, lose_changes: true });
    expect([told(planned, 'warning').join(), diagnostics]).toEqual([expect.stringMatching(named), []]);
    const later = await again();
    for (const { type, config, state } of states) {
      const { action: next } = (await replanned(later, config, state, type)).plan;
      expect([type, next]).toEqual([type, 'create']);
    }
  });

  test('keeps the static addresses of the fork, and says so', async () => {
    const { core, world, found, asked } = await aStaleFork();
    const value = { cloud: found()?.facts.cloud ?? '', protected: false };
    world.run({ type: 'CreateRecord', kind: 'static_ip', project: 'demo', value });
    const addresses = () => world.registry.records('demo', 'static_ip');
    const [address] = addresses();
    world.run({
      type: 'ChangeRecord',
      kind: 'static_ip',
      project: 'demo',
      id: address?.id ?? '',
      value: { service: 'copy', incarnation: 1 },
    });
    const { planned, diagnostics } = await core.act(action, asked);
    expect(told(planned, 'warning').join()).toContain(`It keeps its static addresses: ${address?.id}.`);
    expect(diagnostics).toEqual([]);
    expect(addresses()[0]?.value).toMatchObject({ service: 'copy', incarnation: 2 });
  });

  test('ends nothing that another state holds, or that is no fork, or is not there', async () => {
    const { core, found, asked } = await aStaleFork();
    const says = async (part: object) => told((await core.act(action, { ...asked, ...part })).planned, 'error').join();
    expect(await says({ owner: 'somebody-else' })).toMatch(
      /copy is not made again: demo\/copy is held by .*Nothing was ended/su,
    );
    expect(await says({ service_name: 'orders' })).toMatch(/orders .*held by nobody/su);
    expect(await says({ service_name: 'gone' })).toContain('No service demo/gone lives');
    expect(found()?.facts.incarnation).toBe(1);
    const plain = await made(core, aServiceConfig());
    expect(await says({ service_name: 'plain', owner: plain.value['owner'] })).toContain('is no fork');
  });

  test.each<[string, object, object, string]>([
    ['protection is respected', {}, { termination_protection: true }, 'turn termination_protection off'],
    [
      'an instant that the configuration says stays',
      { recovery_target_time: '2026-11-03T00:00:00Z' },
      {},
      'was made from recovery_target_time = "2026-11-03T00:00:00Z"',
    ],
  ])('%s, and nothing is ended', async (_, settings, part, says) => {
    const { core, found, asked } = await aStaleFork(aForkConfig({ ...settings }, { ...part }));
    expect(told((await core.act(action, asked)).planned, 'error').join()).toContain(says);
    expect(found()?.facts.incarnation).toBe(1);
  });

  test('ends nothing that cannot be made again', async () => {
    const { core, world, found, asked } = await aStaleFork();
    world.run({ type: 'TerminateService', project: 'demo', service: 'orders' });
    expect(told((await core.act(action, asked)).planned, 'error').join()).toContain('orders');
    expect(found()?.facts.incarnation).toBe(1);
  });

  test('is judged again before anything is ended: who took it meanwhile keeps it', async () => {
    const { core, world, found, asked } = await aStaleFork();
    const { planned } = await core.act(action, asked, false);
    expect(told(planned, 'error')).toEqual([]);
    world.run(write('own'));
    const { diagnostics, planned: second } = await core.act(action, asked);
    expect([...told(second, 'error'), ...told(diagnostics, 'error')].join()).toContain('lose_changes = true');
    expect(found()?.facts.incarnation).toBe(1);
  });

  test('says nothing of what is not known yet', async () => {
    const { core } = await aStaleFork();
    expect((await core.act(action, { service_name: 'copy', owner: unknown }, false)).planned).toEqual([]);
  });
});
