import { dayMs, hourMs, toRfc3339 } from '../../src/domain';
import { aCreate, aFork, aRow, aWorld, copy, orders } from './world';

const keysOf = (world: ReturnType<typeof aWorld>, service: string): readonly string[] | undefined =>
  world.registry.contents({ project: 'demo', service })?.rows.map(({ key }) => key);

describe('a fork at a time', () => {
  test('holds exactly what its source held at that instant', () => {
    const world = aWorld();
    world.run(aCreate(), aRow('before'), { type: 'CreateUser', ...orders, username: 'ada' });
    world.advance(hourMs);
    const then = world.now();
    const held = world.registry.contents(orders);
    world.advance(hourMs);
    world.run(
      aRow('after'),
      { type: 'DeleteUser', ...orders, username: 'ada' },
      { type: 'CreateDatabase', ...orders, database: 'late' },
    );
    world.run(aFork({ recovery_target_time: toRfc3339(then) }));
    const forked = world.registry.contents(copy);
    expect(forked?.rows.map(({ key }) => key)).toEqual(['before']);
    expect(forked?.users.map(({ username }) => username)).toEqual(['avnadmin', 'ada']);
    expect(forked?.databases).toEqual(['defaultdb']);
    expect(forked?.dataDigest).toBe(held?.dataDigest);
    expect(forked?.configDigest).toBe(held?.configDigest);
    expect(world.registry.findService(copy)?.forkDigest).toBe(held?.dataDigest);
  });

  test('is not changed by writes at the same instant on a frozen clock', () => {
    const world = aWorld();
    world.run(aCreate(), aRow('one'));
    world.run(aFork({ recovery_target_time: toRfc3339(world.now()) }));
    world.run(aRow('two'), { type: 'CreateDatabase', ...orders, database: 'same-instant' });
    expect(keysOf(world, 'copy')).toEqual(['one']);
    expect(keysOf(world, 'orders')).toEqual(['one', 'two']);
    world.run(aRow('three', 'v', 'copy'));
    expect(keysOf(world, 'copy')).toEqual(['one', 'three']);
    expect(keysOf(world, 'orders')).toEqual(['one', 'two']);
  });

  test('of a fork outlives both of its ancestors', () => {
    const world = aWorld();
    world.run(aCreate(), aRow('a'));
    world.advance(hourMs);
    world.run(aFork({ recovery_target_time: toRfc3339(world.now()) }), aRow('b', 'v', 'copy'));
    world.advance(hourMs);
    const time = toRfc3339(world.now());
    world.run(aCreate({ service: 'second', userConfig: { service_to_fork_from: 'copy', recovery_target_time: time } }));
    world.run(
      { type: 'TerminateService', ...orders },
      { type: 'TerminateService', ...copy },
      aCreate({ service: 'orders' }),
      aRow('newcomer'),
    );
    expect(keysOf(world, 'second')).toEqual(['a', 'b']);
    expect(world.registry.lineage({ project: 'demo', service: 'second' })).toMatchObject([
      { sourceService: 'copy', sourceIncarnation: 1 },
      { sourceService: 'orders', sourceIncarnation: 1 },
    ]);
  });

  test('reads time before the service was there as nothing', () => {
    const world = aWorld();
    world.advance(dayMs);
    world.run(aCreate());
    expect(world.registry.contents(orders, world.now() - 1)).toBeUndefined();
    expect(world.registry.contents(orders, world.now())).toBeDefined();
  });
});

describe('a fork without a recovery key', () => {
  test('holds the newest base backup, not the tail after it', () => {
    const world = aWorld();
    world.run(aCreate({ userConfig: { backup_hour: 3, backup_minute: 0 } }));
    world.advance(2 * hourMs);
    world.run(aRow('before the backup'));
    world.advance(2 * hourMs);
    world.run(aRow('after the backup'), aFork());
    expect(keysOf(world, 'copy')).toEqual(['before the backup']);
  });
});

describe('a fork across projects', () => {
  test('reads the other project and leaves it untouched', () => {
    const world = aWorld();
    world.run(aCreate(), aRow('a'));
    const before = world.store.read((reader) => reader.streamVersion('project/demo'));
    world.run(aFork({ project_to_fork_from: 'demo' }, { project: 'other' }));
    expect(world.registry.contents({ project: 'other', service: 'copy' })?.rows).toHaveLength(1);
    expect(world.store.read((reader) => reader.streamVersion('project/demo'))).toBe(before);
  });
});

describe('a fork by the type that replaced the one of its source', () => {
  const search = { plan: 'business-4', service: 'orders' } as const;

  test('holds the data, with the settings that its own type has, in a version that reads the backup', () => {
    const world = aWorld();
    world.run(
      aCreate({
        ...search,
        serviceType: 'elasticsearch',
        userConfig: { ip_filter: ['10.0.0.0/8'], kibana: { enabled: true } },
      }),
      aRow('kept'),
    );
    world.advance(dayMs);
    world.run(aFork({}, { serviceType: 'opensearch' }));
    expect(keysOf(world, 'copy')).toEqual(['kept']);
    const { userConfig, type } = world.registry.findService(copy)?.facts ?? {};
    expect(type).toBe('opensearch');
    expect(userConfig).toMatchObject({ opensearch_version: '1', ip_filter: ['10.0.0.0/8'] });
    expect(Object.keys(userConfig ?? {})).not.toContain('kibana');
    expect(Object.keys(userConfig ?? {})).not.toContain('elasticsearch_version');
  });

  test('does not lead back', () => {
    const world = aWorld();
    world.run(aCreate({ ...search, serviceType: 'opensearch' }));
    world.advance(dayMs);
    expect(world.refusal(aFork({}, { serviceType: 'elasticsearch' }))).toBe('fork_type_mismatch');
  });
});
