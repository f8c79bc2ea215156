import { dayMs, hourMs, minuteMs, toRfc3339 } from '../../src/domain';
import type { Command, CreateService, UpdateService } from '../../src/registry';
import { aCreate, aFork, aRow, aWorld, copy, orders, unplaced, unplanned } from './world';
import type { World, WorldOptions } from './world';

const region = 'google-europe-west4';
const settings = { backup_hour: 3, backup_minute: 0, additional_backup_regions: [region] };
const update = (part: Partial<UpdateService>): UpdateService => ({ type: 'UpdateService', ...orders, ...part });
const down = (cloud: string): Command => ({ type: 'SetCloudDown', cloud, down: true });
const latest: Partial<CreateService> = { latestTransaction: true };
const lineage = (world: World) => world.registry.findService(copy)?.facts.lineage;
const windowOf = (world: World, wanted: 'primary' | 'secondary') =>
  world.registry.findService(orders)?.facts.windows?.find(({ role }) => role === wanted);

/** `orders` for two days and ten hours, with a row each day. */
const aged = (options: WorldOptions = {}): World => {
  const world = aWorld(options);
  world.run(aCreate({ userConfig: settings }), aRow('first'));
  world.advance(2 * dayMs + 10 * hourMs);
  world.run(aRow('last'));
  world.advance(hourMs);
  return world;
};

describe('the latest transaction', () => {
  test('of a running source is its state at now, and is kept as a time', () => {
    const world = aged();
    world.run(aFork({}, latest));
    expect(lineage(world)).toMatchObject({ recoveryPoint: world.now(), role: 'primary' });
    expect(world.registry.findService(copy)?.facts.userConfig.recovery_target_time).toBe(toRfc3339(world.now()));
    expect(world.registry.contents(copy)?.rows.map(({ key }) => key)).toEqual(['first', 'last']);
  });

  test('of a powered-off source is the end of its log', () => {
    const world = aged();
    world.run(update({ powered: false }));
    const end = world.now();
    world.advance(5 * hourMs);
    world.run(aFork({}, latest));
    expect(lineage(world)?.recoveryPoint).toBe(end);
  });

  test('from the secondary location is the end of what was copied', () => {
    const world = aged();
    const end = windowOf(world, 'secondary')?.latest;
    expect(end).toBeLessThan(world.now());
    world.run(unplanned(unplaced(aFork({}, { ...latest, from: 'secondary' }))));
    expect(lineage(world)).toMatchObject({ recoveryPoint: end, role: 'secondary', location: region });
    expect(world.registry.findService(copy)).toMatchObject({ facts: { plan: 'business-4', cloud: region } });
  });

  test('after the primary region is lost is the end of what was copied before', () => {
    const world = aged();
    world.run(down('google-europe-west1'));
    const end = windowOf(world, 'secondary')?.latest;
    world.advance(3 * hourMs);
    expect(windowOf(world, 'secondary')?.latest).toBe(end);
    world.run(aFork({}, { ...latest, cloud: region }));
    expect(lineage(world)).toMatchObject({ recoveryPoint: end, role: 'secondary' });
  });

  test('may be read beside the copies once they hold all of a log that has ended', () => {
    const world = aged();
    world.run(update({ powered: false }));
    world.run(aFork({}, { ...latest, cloud: region }));
    expect(lineage(world)?.role).toBe('primary');
    world.advance(10 * minuteMs);
    world.run(aFork({}, { ...latest, cloud: region, service: 'later' }));
    const later = world.registry.findService({ project: 'demo', service: 'later' });
    expect(later?.facts.lineage).toMatchObject({ role: 'secondary', recoveryPoint: lineage(world)?.recoveryPoint });
  });

  test('is not what a fork without a recovery point gets', () => {
    const world = aged();
    world.run(aFork());
    expect(world.now() - (lineage(world)?.recoveryPoint ?? 0)).toBe(8 * hourMs);
    expect(world.registry.contents(copy)?.rows.map(({ key }) => key)).toEqual(['first']);
  });
});

describe('a registry whose recovery default is the latest transaction', () => {
  const world = (): World => aged({ recoveryDefault: 'latest' });

  test('replays the log where no recovery point is named', () => {
    const rehearsal = world();
    rehearsal.run(aFork());
    expect(lineage(rehearsal)?.recoveryPoint).toBe(rehearsal.now());
    expect(rehearsal.registry.findService(copy)?.facts.userConfig).not.toHaveProperty('recovery_target_time');
  });

  test('says so in its status and its facts', () => {
    const rehearsal = world();
    expect(rehearsal.registry.status().recoveryDefault).toBe('latest');
    expect(rehearsal.registry.facts().recoveryDefault).toBe('latest');
    expect(aged().registry.facts()).not.toHaveProperty('recoveryDefault');
  });

  test('restores types without a log from their newest backup as ever', () => {
    const rehearsal = aWorld({ recoveryDefault: 'latest' });
    const search = { serviceType: 'opensearch', plan: 'business-4' } as const;
    rehearsal.run(aCreate(search));
    rehearsal.advance(dayMs + 30 * minuteMs);
    rehearsal.run(aFork({}, search));
    const newest = rehearsal.registry.findService(orders)?.facts.backups.at(-1)?.completedAt;
    expect(newest).toBeLessThan(rehearsal.now());
    expect(lineage(rehearsal)?.recoveryPoint).toBe(newest);
  });
});

describe('a fork from the secondary location', () => {
  test('is refused when plan or cloud are given and different', () => {
    const world = aged();
    const elsewhere = aFork({}, { from: 'secondary', cloud: 'aws-eu-west-1' });
    expect(world.refusal(unplanned(elsewhere))).toBe('secondary_cloud_mismatch');
    const larger = aFork({}, { from: 'secondary', plan: 'business-8' });
    expect(world.refusal(unplaced(larger))).toBe('secondary_plan_mismatch');
  });

  test('has its settings checked before a source is looked for', () => {
    const misnamed = aFork({ service_to_fork_from: 'a'.repeat(65) }, { from: 'secondary' });
    expect(aged().refusal(unplanned(unplaced(misnamed)))).toBe('user_config_value_invalid');
  });

  test('without a second region is refused for that, not for its plan', () => {
    const world = aWorld();
    world.run(aCreate());
    expect(world.refusal(unplanned(unplaced(aFork({}, { from: 'secondary' }))))).toBe('secondary_not_available');
  });
});
