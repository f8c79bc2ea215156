import { dayMs, hourMs, minuteMs, toRfc3339 } from '../../src/domain';
import type { Command, UpdateService } from '../../src/registry';
import { aCreate, aFork, aRow, aWorld, copy, orders, start } from './world';
import type { World } from './world';

const at3 = { backup_hour: 3, backup_minute: 0 };
const update = (part: Partial<UpdateService>): UpdateService => ({ type: 'UpdateService', ...orders, ...part });
const times = (world: World, service = 'orders'): readonly string[] | undefined =>
  world.registry
    .findService({ project: 'demo', service })
    ?.facts.backups.map(({ completedAt }) => toRfc3339(completedAt));
const window = (world: World, role: 'primary' | 'secondary' = 'primary') =>
  world.registry.findService(orders)?.facts.windows?.find((candidate) => candidate.role === role);

describe('backups', () => {
  test.each([
    ['instant', 0, 0],
    ['fast', 3_000, 3_000],
  ] as const)('profile %s: RUNNING after %i ms, the first backup %i ms later', (profile, running, delay) => {
    const world = aWorld({ profile });
    world.run(aCreate());
    const facts = world.registry.findService(orders);
    expect(facts).toMatchObject({ facts: { runningAt: start + running, firstBackupAt: start + running + delay } });
    if (running + delay > 0) {
      world.advance(running + delay - 1);
      expect(times(world)).toEqual([]);
      world.advance(1);
    }
    expect(times(world)).toHaveLength(1);
    world.advance(1);
    expect(times(world)).toHaveLength(1);
    expect(world.registry.findService(orders)).toMatchObject({ facts: { state: 'RUNNING', backupInProgress: false } });
  });

  test('are foretold for the instant at which they come, whatever changes meanwhile', () => {
    const world = aWorld({ profile: 'fast' });
    world.run(aCreate({ serviceType: 'valkey', plan: 'business-4' }));
    const foretold = () => world.registry.findService(orders)?.facts.firstBackupAt;
    expect(foretold()).toBe(start + 6_000);
    world.advance(5_000);
    world.run(update({ plan: 'business-8' }));
    expect(foretold()).toBe(start + 6_000);
    world.advance(1_000);
    expect(times(world)).toHaveLength(1);
    world.run(update({ userConfig: { valkey_persistence: 'off' } }));
    expect(foretold()).toBeNull();
    world.advance(hourMs);
    world.run(update({ userConfig: { valkey_persistence: 'rdb' } }));
    expect(foretold()).toBe(world.now() + 3_000);
    world.advance(2_999);
    expect(times(world)).toEqual([]);
    world.advance(1);
    expect(times(world)).toHaveLength(1);
  });

  test('follow the hour and minute of the settings, and are complete at that instant', () => {
    const world = aWorld();
    world.run(aCreate({ userConfig: at3 }));
    world.advance(3 * hourMs - 1);
    expect(times(world)).toEqual(['2026-11-01T00:00:00Z']);
    world.advance(1);
    expect(times(world)).toEqual(['2026-11-01T00:00:00Z', '2026-11-01T03:00:00Z']);
    world.advance(dayMs);
    expect(times(world)?.at(-1)).toBe('2026-11-02T03:00:00Z');
  });

  test('keep the newest 14 on a business plan, and the window begins with the oldest', () => {
    const world = aWorld();
    world.run(aCreate({ userConfig: at3 }));
    world.advance(12 * dayMs + 3 * hourMs);
    expect(times(world)).toHaveLength(14);
    expect(times(world)?.[0]).toBe('2026-11-01T00:00:00Z');
    world.advance(dayMs - 1);
    expect(times(world)?.[0]).toBe('2026-11-01T00:00:00Z');
    world.advance(1);
    expect(times(world)?.[0]).toBe('2026-11-01T03:00:00Z');
    expect(window(world)).toMatchObject({ earliest: start + 3 * hourMs, latest: null });
  });

  test('cost no more after ten years than after a month', () => {
    const world = aWorld();
    world.run(aCreate());
    world.advance(3_650 * dayMs);
    expect(times(world)).toHaveLength(14);
  });

  test('that a smaller plan let expire do not come back with a larger one', () => {
    const world = aWorld();
    world.run(aCreate({ userConfig: at3 }));
    world.advance(10 * dayMs + 4 * hourMs);
    world.run(update({ plan: 'startup-4' }));
    expect(times(world)).toEqual(['2026-11-10T03:00:00Z', '2026-11-11T03:00:00Z']);
    world.advance(minuteMs);
    world.run(update({ plan: 'business-4' }));
    expect(times(world)).toEqual(['2026-11-10T03:00:00Z', '2026-11-11T03:00:00Z']);
  });

  test('stand still while the service is powered off', () => {
    const world = aWorld();
    world.run(aCreate({ userConfig: at3 }));
    world.advance(5 * dayMs);
    world.run(update({ powered: false }));
    const off = world.now();
    const before = times(world);
    world.advance(60 * dayMs);
    expect(times(world)).toEqual(before);
    expect(world.registry.findService(orders)).toMatchObject({ facts: { state: 'POWEROFF', poweredOffSince: off } });
    expect(window(world)?.latest).toBe(off);
    world.run(aFork({ recovery_target_time: toRfc3339(off) }));
    expect(world.refusal(aFork({ recovery_target_time: toRfc3339(off + 1) }, { service: 'late' }))).toBe(
      'recovery_time_out_of_range',
    );
    world.run(update({ powered: true }));
    world.advance(3 * hourMs);
    expect(times(world)?.at(-1)).toBe(toRfc3339(off + 60 * dayMs + 3 * hourMs));
  });

  test('of ClickHouse are taken right before power-off', () => {
    const world = aWorld();
    world.run(aCreate({ serviceType: 'clickhouse', plan: 'business-16', userConfig: at3 }));
    world.advance(hourMs);
    world.run(update({ powered: false }));
    expect(times(world)).toEqual(['2026-11-01T00:00:00Z', '2026-11-01T01:00:00Z']);
  });

  test('of Valkey vanish when persistence is turned off, and begin anew when it is on', () => {
    const world = aWorld();
    world.run(aCreate({ serviceType: 'valkey', plan: 'business-4', userConfig: at3 }));
    world.advance(3 * dayMs);
    expect(times(world)?.length).toBeGreaterThan(1);
    world.run(update({ userConfig: { valkey_persistence: 'off' } }));
    expect(times(world)).toEqual([]);
    world.advance(dayMs);
    expect(times(world)).toEqual([]);
    world.run(update({ userConfig: { valkey_persistence: 'rdb' } }));
    expect(times(world)).toEqual([toRfc3339(world.now())]);
  });

  test.each([
    [{}, 12],
    [{ backup_hour: 5 }, 24],
  ])('of Valkey with settings %j are %i hours apart', (userConfig, hours) => {
    const world = aWorld();
    world.run(aCreate({ serviceType: 'valkey', plan: 'premium-8', userConfig }));
    world.advance(4 * dayMs);
    const [before, after] = (world.registry.findService(orders)?.facts.backups ?? []).slice(-2);
    expect((after?.completedAt ?? 0) - (before?.completedAt ?? 0)).toBe(hours * hourMs);
  });

  test('of the version before an upgrade end with it, and a full one of the new version follows', () => {
    const world = aWorld({ profile: 'realistic' });
    world.run(aCreate({ userConfig: { ...at3, pg_version: '16' } }));
    world.advance(5 * dayMs);
    const before = world.now();
    const first = world.registry.findService(orders)?.facts.firstBackupAt;
    expect(first).toBeLessThan(start + hourMs);
    world.run(update({ userConfig: { pg_version: '17' } }));
    expect(times(world)).toEqual([]);
    expect(window(world)).toMatchObject({ earliest: null });
    expect(world.refusal(aFork())).toBe('fork_no_backups');
    const due = world.registry.findService(orders)?.facts.firstBackupAt ?? 0;
    expect(due).toBeGreaterThan(before + 11 * minuteMs);
    world.advance(due - before - 1);
    expect(times(world)).toEqual([]);
    expect(world.registry.findService(orders)).toMatchObject({ facts: { state: 'RUNNING', backupInProgress: true } });
    world.advance(1);
    expect(times(world)).toEqual([toRfc3339(due)]);
    expect(window(world)).toMatchObject({ earliest: due });
    world.advance(2 * dayMs);
    expect(times(world)).toHaveLength(3);
    expect(world.registry.findService(orders)?.facts.firstBackupAt).toBe(first);
    const old = aFork({ recovery_target_time: toRfc3339(before) }, { service: 'old' });
    expect(world.refusal(old)).toBe('recovery_time_out_of_range');
    world.run(aFork({ pg_version: '17' }));
  });

  test('of a type whose backups any version reads stay after an upgrade', () => {
    const world = aWorld();
    world.run(aCreate({ serviceType: 'opensearch', plan: 'business-4', userConfig: { opensearch_version: '2.19' } }));
    world.advance(2 * dayMs);
    const before = times(world);
    world.run(update({ userConfig: { opensearch_version: '3.3' } }));
    expect(times(world)).toEqual(before);
  });

  test('tell the first one ever, not the oldest that is kept', () => {
    const world = aWorld();
    world.run(aCreate({ userConfig: at3 }));
    world.advance(60 * dayMs);
    expect(times(world)?.[0]).not.toBe(toRfc3339(start));
    expect(world.registry.findService(orders)?.facts.firstBackupAt).toBe(start);
  });

  test('do not exist on a plan without them, and none is foretold', () => {
    const world = aWorld();
    world.run(aCreate({ serviceType: 'kafka', plan: 'startup-2' }));
    expect(world.registry.findService(orders)).toMatchObject({
      facts: { firstBackupAt: null, backupInProgress: false },
    });
    world.advance(dayMs);
    expect(world.registry.findService(orders)).toMatchObject({ facts: { firstBackupAt: null, backups: [] } });
  });

  test('of a replica do not exist', () => {
    const world = aWorld();
    world.run(aCreate(), aRow('a'));
    const integrations = [{ integrationType: 'read_replica', sourceService: 'orders' }];
    world.run(aCreate({ service: 'copy', integrations }), aRow('b'));
    world.advance(3 * dayMs);
    expect(times(world, 'copy')).toEqual([]);
    expect(world.registry.findService(copy)).toMatchObject({
      facts: { replicaOf: 'demo/orders', firstBackupAt: null },
    });
    expect(world.registry.contents(copy)?.rows.map(({ key }) => key)).toEqual(['a', 'b']);
  });

  test('stay where the service was created when it migrates', () => {
    const world = aWorld();
    world.run(aCreate());
    world.advance(dayMs);
    world.run(update({ cloud: 'aws-eu-west-1' }));
    world.advance(dayMs);
    const locations = new Set(world.registry.findService(orders)?.facts.backups.map(({ location }) => location));
    expect([...locations]).toEqual(['google-europe-west1']);
  });

  test('know the size of the data at their instant', () => {
    const world = aWorld();
    const rows: Command = { type: 'GenerateRows', ...orders, database: 'defaultdb', count: 10_000, seed: 's' };
    world.run(aCreate({ userConfig: at3, dataSizeMb: 100 }));
    world.advance(hourMs);
    world.run(rows);
    world.advance(dayMs);
    world.run(rows);
    expect(world.registry.findService(orders)?.facts.backups.map(({ dataSizeMb }) => dataSizeMb)).toEqual([100, 110]);
    expect(world.registry.findService(orders)?.facts.dataSizeMb).toBe(120);
  });
});

describe('hourly and daily backups', () => {
  const started = (): World => {
    const world = aWorld();
    world.run(aCreate({ serviceType: 'opensearch', plan: 'business-4' }));
    world.advance(20 * dayMs);
    return world;
  };

  test('are 24 hours of hourly and 14 days of daily ones', () => {
    const world = started();
    const backups = world.registry.findService(orders)?.facts.backups ?? [];
    const ages = (series: string) =>
      backups.filter((backup) => backup.series === series).map(({ completedAt }) => world.now() - completedAt);
    expect(Math.max(...ages('frequent'))).toBeLessThanOrEqual(dayMs);
    expect(ages('frequent').length).toBeGreaterThanOrEqual(22);
    expect(Math.max(...ages('regular'))).toBeLessThanOrEqual(14 * dayMs);
    expect(ages('regular').length).toBeGreaterThanOrEqual(14);
  });

  test.each([
    ['powered off', update({ powered: false }), update({ powered: true })],
    [
      'cut off by an outage',
      { type: 'SetCloudDown', cloud: 'google-europe-west1', down: true },
      { type: 'SetCloudDown', cloud: 'google-europe-west1', down: false },
    ],
  ] as const)(
    'of a service %s for days: each one listed is restorable, and the default is the newest',
    (_, stop, go) => {
      const world = started();
      world.run(stop);
      const before = times(world);
      world.advance(50 * hourMs);
      expect(times(world)).toEqual(before);
      world.run(go);
      const type = { serviceType: 'opensearch', plan: 'business-4', cloud: 'google-europe-west4' };
      const listed = world.registry.findService(orders)?.facts.backups ?? [];
      expect(listed.at(-1)?.completedAt).toBe(Date.parse(before?.at(-1) ?? ''));
      for (const [index, { name }] of listed.entries()) {
        world.run(aFork({ recovery_basebackup_name: name }, { ...type, service: `by-name-${index}` }));
      }
      world.run(aFork({}, { ...type, service: 'copy' }));
      expect(world.registry.findService(copy)?.facts.lineage?.recoveryPoint).toBe(listed.at(-1)?.completedAt);
      world.advance(hourMs);
      expect(
        world.registry.findService(orders)?.facts.backups.filter(({ series }) => series === 'frequent'),
      ).toHaveLength(1);
    },
  );
});
