import { dayMs, hourMs, minuteMs, toRfc3339 } from '../../src/domain';
import type { Command, UpdateService } from '../../src/registry';
import { aCreate, aFork, aRow, aWorld, copy, orders, start } from './world';
import type { World } from './world';

const region = 'google-europe-west4';
const settings = { backup_hour: 3, backup_minute: 0, additional_backup_regions: [region] };
const update = (part: Partial<UpdateService>): UpdateService => ({ type: 'UpdateService', ...orders, ...part });
const down = (cloud: string): Command => ({ type: 'SetCloudDown', cloud, down: true });
const secondary = (world: World) =>
  world.registry.findService(orders)?.facts.windows?.find(({ role }) => role === 'secondary');
const there = { cloud: region };

const started = (): World => {
  const world = aWorld();
  world.run(aCreate({ userConfig: settings }), aRow('first'));
  return world;
};

describe('the second backup region', () => {
  test('has its first copy 5 to 15 minutes after the backup', () => {
    const world = started();
    expect(world.registry.findService(orders)?.facts.backupRegion).toMatchObject({ cloud: region, status: 'pending' });
    const usableAt = world.registry.findService(orders)?.facts.backups[0]?.copy?.replicatedAt ?? 0;
    expect(usableAt - start).toBeGreaterThanOrEqual(5 * minuteMs);
    expect(usableAt - start).toBeLessThanOrEqual(15 * minuteMs);
    world.advance(usableAt - start - 1);
    expect(secondary(world)?.earliest).toBeNull();
    world.advance(1);
    expect(secondary(world)?.earliest).toBe(start);
    expect(world.registry.findService(orders)?.facts.backupRegion.status).toBe('available');
  });

  test('has a window that never ends after now, never before it begins, and never goes back', () => {
    const world = started();
    world.advance(15 * minuteMs);
    let before = 0;
    for (let step = 0; step < 200; step += 1) {
      world.advance(17_000);
      const window = secondary(world);
      expect(window?.latest).toBeLessThanOrEqual(world.now() - minuteMs);
      expect(window?.latest).toBeGreaterThanOrEqual(Math.max(before, window?.earliest ?? Infinity));
      before = window?.latest ?? 0;
    }
  });

  test('copies only backups completed after it was set', () => {
    const world = aWorld();
    world.run(aCreate({ userConfig: { backup_hour: 3, backup_minute: 0 } }));
    world.advance(2 * dayMs);
    world.run(update({ userConfig: { additional_backup_regions: [region] } }));
    world.advance(2 * dayMs);
    const copied = world.registry.findService(orders)?.facts.backups.map(({ copy: replica }) => replica !== undefined);
    expect(copied).toEqual([false, false, false, true, true]);
  });

  test('stands still while it is paused, and goes on afterwards', () => {
    const world = started();
    world.advance(hourMs);
    const before = secondary(world)?.latest;
    world.run({ type: 'SetBackupCopyPaused', ...orders, paused: true });
    world.advance(2 * dayMs);
    expect(secondary(world)).toMatchObject({ earliest: start, latest: before });
    expect(world.registry.findService(orders)?.facts.backupRegion).toMatchObject({ status: 'paused' });
    expect(world.registry.findService(orders)?.facts.backupRegion.lagSeconds).toBeGreaterThan(2 * 86_400);
    world.run({ type: 'SetBackupCopyPaused', ...orders, paused: false });
    world.advance(16 * minuteMs);
    expect(secondary(world)?.latest).toBeGreaterThan(world.now() - 6 * minuteMs);
    expect(
      world.registry
        .findService(orders)
        ?.facts.backups.every(({ copy: replica }) => (replica?.replicatedAt ?? Infinity) <= world.now()),
    ).toBe(true);
  });

  test('takes no copy while it is down, and those that it missed afterwards', () => {
    const world = started();
    world.advance(2 * dayMs);
    const [before, now] = [secondary(world), world.now()];
    world.run(down(region));
    world.advance(2 * dayMs);
    expect(secondary(world)).toMatchObject({ earliest: before?.earliest });
    expect(secondary(world)?.latest).toBeLessThanOrEqual(now);
    expect(world.registry.findService(orders)?.facts.backupRegion).toMatchObject({
      status: 'paused',
      pauseReason: `Cloud ${region} is down.`,
    });
    expect(world.registry.findService(orders)?.facts.backupRegion.lagSeconds).toBeGreaterThan(2 * 86_400);
    const missed = (world.registry.findService(orders)?.facts.backups ?? []).filter(
      ({ completedAt }) => completedAt > now,
    );
    expect(missed.map(({ copy: replica }) => replica)).toEqual([undefined, undefined]);
    world.run({ type: 'SetCloudDown', cloud: region, down: false });
    world.advance(16 * minuteMs);
    expect(
      world.registry.findService(orders)?.facts.backups.every(({ copy: replica }) => (replica?.replicatedAt ?? 0) > 0),
    ).toBe(true);
    expect(world.registry.findService(orders)?.facts.backupRegion).toMatchObject({ status: 'available' });
  });

  test('begins empty when it is another one, and has no lag until its first copy is there', () => {
    const world = started();
    world.advance(2 * dayMs);
    world.run(update({ userConfig: { additional_backup_regions: ['google-europe-west3'] } }));
    expect(world.registry.findService(orders)?.facts.backupRegion).toMatchObject({
      status: 'pending',
      lagSeconds: null,
    });
    expect(world.registry.lagReport(orders, 'day')).toEqual([]);
    world.advance(dayMs);
    expect(world.registry.findService(orders)?.facts.backupRegion).toMatchObject({ status: 'available' });
    const first = world.registry.findService(orders)?.facts.backups.at(-1)?.copy?.replicatedAt ?? Infinity;
    for (const { at } of world.registry.lagReport(orders, 'week') ?? []) expect(at).toBeGreaterThanOrEqual(first);
    expect(world.registry.lagReport(orders, 'day')?.length).toBeGreaterThan(100);
  });

  test('loses its copies when it is removed', () => {
    const world = started();
    world.advance(2 * dayMs);
    world.run(update({ userConfig: { additional_backup_regions: [] } }));
    expect(secondary(world)).toBeUndefined();
    expect(world.registry.findService(orders)?.facts.userConfig.additional_backup_regions).toEqual([]);
  });

  test.each([
    ['hour', 121],
    ['day', 289],
    ['week', 337],
    ['month', 241],
    ['year', 366],
  ] as const)('has a lag report by %s of at most %i points', (period, points) => {
    const world = started();
    world.advance(400 * dayMs);
    const report = world.registry.lagReport(orders, period) ?? [];
    expect(report).toHaveLength(points);
    expect(report.at(-1)?.at).toBe(world.now());
    for (const { lagSeconds } of report) expect(lagSeconds).toBeGreaterThanOrEqual(60);
  });
});

describe('a fork and its storage location', () => {
  test('is served by the secondary when cloud, plan and point match', () => {
    const world = started();
    world.advance(2 * dayMs);
    const time = toRfc3339(world.now() - hourMs);
    world.run(aFork({ recovery_target_time: time }, there));
    expect(world.registry.findService(copy)?.facts.lineage).toMatchObject({ location: region, role: 'secondary' });
  });

  test.each([
    ['another cloud', {}, {}],
    ['another plan', {}, { ...there, plan: 'startup-4' }],
    ['a point not yet copied', { time: 0 }, there],
  ])('is served by the primary for %s', (_story, options: { readonly time?: number }, part) => {
    const world = started();
    world.advance(2 * dayMs);
    const key = options.time === undefined ? {} : { recovery_target_time: toRfc3339(world.now() - options.time) };
    world.run(aFork(key, part));
    expect(world.registry.findService(copy)?.facts.lineage).toMatchObject({
      location: 'google-europe-west1',
      role: 'primary',
    });
  });

  test('is served by the primary while the newest backup has no copy yet', () => {
    const world = started();
    world.advance(dayMs + 3 * hourMs);
    world.run(aFork({}, there));
    expect(world.registry.findService(copy)?.facts.lineage).toMatchObject({
      role: 'primary',
      recoveryPoint: world.now(),
    });
  });

  test('is served by the secondary after the primary region is lost, up to what had been copied', () => {
    const world = started();
    world.advance(hourMs);
    world.run(aRow('copied'));
    world.advance(hourMs);
    world.run(aRow('lost'), down('google-europe-west1'));
    world.advance(3 * dayMs);
    const latest = secondary(world)?.latest ?? 0;
    expect(latest).toBeLessThan(start + 2 * hourMs);
    expect(world.refusal(aFork({}, { cloud: 'aws-eu-west-1' }))).toBe('secondary_cloud_mismatch');
    expect(world.refusal(aFork({ recovery_target_time: toRfc3339(latest + 1) }, there))).toBe(
      'recovery_time_out_of_range',
    );
    world.run(aFork({ recovery_target_time: toRfc3339(latest) }, there));
    expect(world.registry.contents(copy)?.rows.map(({ key }) => key)).toEqual(['first', 'copied']);
    expect(world.registry.findService(orders)).toMatchObject({ facts: { state: 'REBUILDING', runningAt: null } });
  });

  test('cannot come from a secondary that is down too', () => {
    const world = started();
    world.advance(hourMs);
    world.run(down(region));
    expect(world.refusal(aFork({}, { from: 'secondary', cloud: region }))).toBe('cloud_down');
  });

  test('does not inherit the second region of its source', () => {
    const world = started();
    world.advance(hourMs);
    world.run(aFork({}, there));
    expect(world.registry.findService(copy)?.facts.backupRegion).toMatchObject({ cloud: null, status: 'none' });
  });
});
