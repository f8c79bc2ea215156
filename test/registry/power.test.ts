import { dayMs, hourMs } from '../../src/domain';
import type { ServiceId } from '../../src/domain';
import type { Command, UpdateService } from '../../src/registry';
import { rebuildViews } from '../../src/registry';
import { aCreate, aFork, aRow, aWorld, copy, orders } from './world';
import type { World } from './world';

const off: UpdateService = { type: 'UpdateService', ...orders, powered: false };
const on: UpdateService = { ...off, powered: true };
const rows = (world: World, id: ServiceId = orders, at?: number) =>
  world.registry.contents(id, at)?.rows.map(({ key }) => key);
const newest = (world: World) => world.registry.findService(orders)?.facts.backups.at(-1);

/** A service with a row before its newest backup, and one after. */
const written = (serviceType: string, plan: string): World => {
  const world = aWorld();
  const database = ['pg', 'mysql'].includes(serviceType)
    ? 'defaultdb'
    : serviceType === 'clickhouse'
      ? 'default'
      : 'index';
  const row = (key: string): Command => ({ type: 'WriteRow', ...orders, database, key, value: 'v' });
  world.run(aCreate({ serviceType, plan }));
  world.advance(3 * dayMs);
  world.run(row('held'));
  world.advance((newest(world)?.completedAt ?? 0) + dayMs - world.now());
  world.advance(1);
  world.run(row('late'));
  world.advance(60_000);
  return world;
};

describe('a service that is powered off and on again', () => {
  test.each([
    ['pg', 'business-4'],
    ['mysql', 'business-4'],
  ])('holds all that was written when it has a log: %s', (type, plan) => {
    const world = written(type, plan);
    world.run(off);
    world.advance(30 * dayMs);
    world.run(on);
    expect(rows(world)).toEqual(['held', 'late']);
  });

  test.each([
    ['clickhouse', 'business-16'],
    ['valkey', 'business-4'],
    ['dragonfly', 'business-4'],
    ['redis', 'business-4'],
  ])('holds all that was written when a backup is taken before: %s', (type, plan) => {
    const world = written(type, plan);
    world.run(off);
    expect(newest(world)?.completedAt).toBe(world.now());
    world.advance(hourMs);
    world.run(on);
    expect(rows(world)).toEqual(['held', 'late']);
  });

  test.each([
    ['opensearch', 'business-4'],
    ['elasticsearch', 'business-4'],
    ['grafana', 'startup-1'],
    ['cassandra', 'business-8'],
    ['m3db', 'business-8'],
  ])('holds what its newest backup holds when it has nothing else, as a fork of it: %s', (type, plan) => {
    const world = written(type, plan);
    const backup = newest(world);
    const before = world.now();
    world.run(off);
    world.advance(30 * dayMs);
    world.run(on);
    expect(rows(world)).toEqual(['held']);
    expect(rows(world, orders, before)).toEqual(['held', 'late']);
    world.run(aFork({}, { serviceType: type, plan }));
    expect(world.registry.findService(copy)?.facts.lineage?.backupName).toBe(backup?.name);
    expect(world.registry.contents(copy)?.dataDigest).toBe(world.registry.contents(orders)?.dataDigest);
  });

  test.each([
    ['kafka', 'startup-2', {}],
    ['valkey', 'business-4', { valkey_persistence: 'off' }],
    ['dragonfly', 'business-4', { dragonfly_persistence: 'off' }],
    ['redis', 'business-4', { redis_persistence: 'off' }],
  ])('is empty without any backup: %s on %s with %j', (serviceType, plan, userConfig) => {
    const world = aWorld();
    world.run(aCreate({ serviceType, plan, userConfig, dataSizeMb: 900 }));
    world.advance(2 * dayMs);
    world.run(
      { type: 'WriteRow', ...orders, database: 'topic', key: 'late', value: 'v' },
      { type: 'CreateUser', ...orders, username: 'ada' },
    );
    world.run(off, on);
    expect(rows(world)).toEqual([]);
    const users = world.registry.findService(orders)?.users.map(({ username }) => username);
    expect(users).toEqual(serviceType === 'kafka' ? ['avnadmin', 'ada'] : ['default']);
    expect(world.registry.findService(orders)?.facts.dataSizeMb).toBe(32);
  });

  test('loses all when it is powered off before its first backup, a fork too', () => {
    const world = aWorld({ profile: 'realistic' });
    world.run(aCreate());
    world.advance(hourMs);
    world.run(aRow('held'));
    world.advance(dayMs);
    world.run(aFork());
    world.run({ ...off, service: 'copy' }, { ...on, service: 'copy' });
    expect(rows(world, copy)).toEqual([]);
    expect(rows(world)).toEqual(['held']);
    world.advance(hourMs);
    world.run(aRow('own', 'v', 'copy'));
    expect(rows(world, copy)).toEqual(['own']);
  });

  test('brings back databases, users, pools and size of its newest backup, and their passwords stay distinct', () => {
    const world = aWorld();
    const search = { serviceType: 'opensearch', plan: 'business-4' };
    const password = (name: string) =>
      world.registry.contents(orders)?.users.find(({ username }) => username === name)?.password;
    world.run(aCreate(search));
    world.advance(dayMs);
    world.run({ type: 'CreateUser', ...orders, username: 'ada' });
    const first = password('ada');
    world.advance(2 * hourMs);
    world.run(
      { type: 'ResetUserPassword', ...orders, username: 'ada' },
      { type: 'CreateUser', ...orders, username: 'bob' },
      { type: 'GenerateRows', ...orders, database: 'index', count: 20_000, seed: 's' },
    );
    const reset = password('ada');
    const size = world.registry.findService(orders)?.facts.dataSizeMb ?? 0;
    world.run(off, on);
    expect(password('ada')).toBe(first);
    expect(password('bob')).toBeUndefined();
    expect(world.registry.findService(orders)?.facts.dataSizeMb).toBeLessThan(size);
    world.run({ type: 'ResetUserPassword', ...orders, username: 'ada' });
    expect(new Set([first, reset, password('ada')]).size).toBe(3);
  });

  test('does so as often as it is powered off, and the log tells it again', () => {
    const world = written('opensearch', 'business-4');
    for (let cycle = 0; cycle < 40; cycle += 1) {
      world.run(off, on);
      world.advance(90 * 60_000);
      world.run({ type: 'WriteRow', ...orders, database: 'index', key: `row-${cycle}`, value: 'v' });
    }
    expect(rows(world)).toEqual(['held', 'row-39']);
    const before = JSON.stringify(world.registry.facts().services.get('demo/orders'));
    world.store.write(rebuildViews);
    expect(JSON.stringify(world.registry.facts().services.get('demo/orders'))).toBe(before);
  });

  test('waits until the place of its backups is back', () => {
    const world = aWorld();
    world.run(aCreate({ serviceType: 'opensearch', plan: 'business-4' }));
    world.advance(dayMs);
    world.run({ type: 'UpdateService', ...orders, cloud: 'google-europe-west4' });
    world.run(off, { type: 'SetCloudDown', cloud: 'google-europe-west1', down: true });
    expect(world.refusal(on)).toBe('backup_location_down');
    world.run({ type: 'SetCloudDown', cloud: 'google-europe-west1', down: false }, on);
  });

  test('keeps nothing when the same request turns its persistence off', () => {
    const world = written('valkey', 'business-4');
    world.run(off, { ...on, userConfig: { valkey_persistence: 'off' } });
    expect(rows(world)).toEqual([]);
  });

  test('is a replica: it follows its source again', () => {
    const world = aWorld();
    world.run(aCreate(), aRow('a'));
    const integrations = [{ integrationType: 'read_replica', sourceService: 'orders' }];
    world.run(aCreate({ service: 'copy', integrations }));
    world.run({ ...off, service: 'copy' }, aRow('b'), { ...on, service: 'copy' });
    expect(rows(world, copy)).toEqual(['a', 'b']);
  });
});
