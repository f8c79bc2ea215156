import { hourMs, serviceKey, toRfc3339 } from '../../src/domain';
import type { Command, UpdateService } from '../../src/registry';
import { aCreate, aFork, aWorld, copy, orders } from './world';
import type { World } from './world';

const user = (username: string): Command => ({ type: 'CreateUser', ...orders, username });
const noUser = (username: string): Command => ({ type: 'DeleteUser', ...orders, username });
const update = (part: Partial<UpdateService>): UpdateService => ({ type: 'UpdateService', ...orders, ...part });
const factsOf = (world: World) => world.registry.facts().services.get(serviceKey(orders));
const returned = (world: World) => world.registry.findService(copy)?.manifest?.returned;

/** `orders` with users ada and eve, a database and a pool; an hour later a fork's recovery point; an hour after that. */
const aged = (): { readonly world: World; readonly then: string } => {
  const world = aWorld();
  world.run(
    aCreate({ userConfig: { ip_filter: ['10.0.0.0/8', '192.0.2.0/24'] } }),
    user('ada'),
    user('eve'),
    { type: 'CreateDatabase', ...orders, database: 'old' },
    { type: 'CreatePool', ...orders, pool: 'web', database: 'old', username: 'eve', poolSize: 5, poolMode: 'session' },
  );
  world.advance(hourMs);
  const then = toRfc3339(world.now());
  world.advance(hourMs);
  return { world, then };
};

describe('a fork', () => {
  test('tells what its source has lost since: users, passwords, databases, pools, addresses', () => {
    const { world, then } = aged();
    world.run(
      noUser('eve'),
      { type: 'ResetUserPassword', ...orders, username: 'ada' },
      { type: 'DeleteDatabase', ...orders, database: 'old' },
      update({ userConfig: { ip_filter: ['10.0.0.0/8'] } }),
      aFork({ recovery_target_time: then }),
    );
    expect(returned(world)).toEqual([
      { item: 'service-users', names: ['eve'] },
      { item: 'databases', names: ['old'] },
      { item: 'connection-pools', names: ['web'] },
      { item: 'ip-filter', names: ['192.0.2.0/24'] },
      { item: 'passwords', names: ['ada'] },
    ]);
    expect(world.registry.findService(copy)?.users.map(({ username }) => username)).toContain('eve');
  });

  test('tells of the former password of a user who was removed and made again', () => {
    const { world, then } = aged();
    world.run(noUser('eve'), user('eve'), aFork({ recovery_target_time: then }));
    expect(returned(world)).toEqual([
      { item: 'connection-pools', names: ['web'] },
      { item: 'passwords', names: ['eve'] },
    ]);
  });

  test('that names its own addresses gets none back', () => {
    const { world, then } = aged();
    const ip_filter = ['10.0.0.0/8'];
    world.run(update({ userConfig: { ip_filter } }), aFork({ recovery_target_time: then, ip_filter }));
    expect(returned(world)).toBeUndefined();
  });

  test('of the state of now brings nothing back', () => {
    const { world } = aged();
    world.run(noUser('eve'), aFork({}, { latestTransaction: true }));
    expect(returned(world)).toBeUndefined();
  });
});

describe('the history of what came and went', () => {
  test('begins with the service, and tells every change with its instant', () => {
    const { world } = aged();
    world.run(noUser('eve'));
    const { access, createdAt } = factsOf(world) ?? {};
    expect(access?.from).toBe(createdAt);
    expect(access?.changes).toContainEqual({ at: world.now(), item: 'service-users', name: 'eve', change: 'removed' });
  });

  test('keeps the newest 200 changes, and tells from when on it is whole', () => {
    const { world } = aged();
    const half = world.now();
    for (let round = 0; round < 101; round += 1) {
      world.advance(1);
      world.run(user('temp'), noUser('temp'));
    }
    const access = factsOf(world)?.access;
    expect(access?.changes).toHaveLength(200);
    expect(access?.from).toBe(half + 1);
  });
});
