import { dayMs, hourMs, toRfc3339 } from '../../src/domain';
import type { UpdateService } from '../../src/registry';
import { rebuildViews } from '../../src/registry';
import { aCreate, aFork, aRow, aWorld, copy, orders } from './world';

const off: UpdateService = { type: 'UpdateService', ...orders, powered: false };
const longestOff = 180 * dayMs;

/** `orders` with a row, powered off two days after its creation. */
const offWorld = (...options: Parameters<typeof aWorld>) => {
  const world = aWorld(...options);
  world.run(aCreate());
  world.advance(hourMs);
  world.run(aRow('row-1'));
  world.advance(2 * dayMs);
  world.run(off);
  return world;
};

describe('a service that stays powered off', () => {
  test('is there for 180 days, says until when, and is gone then', () => {
    const world = offWorld();
    const since = world.now();
    expect(world.registry.findService(orders)).toMatchObject({
      facts: { poweredOffSince: since },
      removalAt: since + longestOff,
    });
    expect(world.registry.findService(orders)?.steadyUntil()).toBe(since + longestOff);
    world.advance(longestOff - 1);
    expect(world.registry.findService(orders)?.facts.state).toBe('POWEROFF');
    world.advance(1);
    expect(world.registry.findService(orders)).toBeUndefined();
    expect(world.registry.status().services).toBe(0);
    expect(world.registry.facts().terminated.get('demo/orders')).toEqual({
      project: 'demo',
      service: 'orders',
      type: 'pg',
      terminatedAt: since + longestOff,
      backupsKeptUntil: since + longestOff + 30 * dayMs,
      removed: true,
    });
    expect(world.refusal({ ...off, powered: true })).toBe('service_not_found');
    expect(world.registry.execute(aFork())).toMatchObject({
      refusal: { code: 'fork_source_terminated', message: expect.stringContaining('deleted after 180 days') },
    });
    world.run(aCreate());
    expect(world.registry.findService(orders)).toMatchObject({
      facts: { incarnation: 2, poweredOffSince: null },
      removalAt: null,
    });
  });

  test('counts its days anew after it was on, and not from other changes', () => {
    const world = offWorld();
    world.advance(170 * dayMs);
    world.run({ ...off, powered: true });
    expect(world.registry.findService(orders)?.removalAt).toBeNull();
    world.run(off);
    const since = world.now();
    world.advance(dayMs);
    world.run({ type: 'UpdateService', ...orders, userConfig: { backup_hour: 3 } });
    expect(world.registry.findService(orders)).toMatchObject({
      facts: { poweredOffSince: since },
      removalAt: since + longestOff,
    });
  });

  test('ends by the clock alone: reads see it at once, and the log has it with the next command', () => {
    const world = offWorld({ clock: { kind: 'real' } });
    const since = world.now();
    const before = world.registry.status().events;
    world.wall.set(world.wall.now() + longestOff + 5_000);
    expect(world.registry.services('demo')).toEqual([]);
    expect(world.registry.status()).toMatchObject({ services: 0, events: before });
    expect(world.registry.contents(orders)).toBeUndefined();
    expect(world.refusal(aFork())).toBe('fork_source_terminated');
    expect(world.registry.projectLog('demo', { limit: 1 })[0]?.event).toEqual({
      type: 'ServiceRemoved',
      ...orders,
      incarnation: 1,
      removedAt: since + longestOff,
    });
  });

  test('takes its integrations with it, in reads and in the log alike', () => {
    const world = aWorld({ clock: { kind: 'real' } });
    world.run(aCreate(), aCreate({ service: 'graphs', serviceType: 'thanos', plan: 'business-8' }));
    world.run({
      type: 'CreateIntegration',
      project: 'demo',
      integration: { integrationType: 'metrics', sourceService: 'orders', destinationService: 'graphs' },
    });
    world.run(off);
    const graphs = { project: 'demo', service: 'graphs' };
    expect(world.registry.findService(graphs)?.steadyUntil()).toBeLessThanOrEqual(world.now() + longestOff);
    world.wall.set(world.wall.now() + longestOff);
    expect(world.registry.findService(graphs)?.facts.integrations).toEqual([]);
    world.advance(1);
    expect(world.registry.findService(graphs)?.facts.integrations).toEqual([]);
  });

  test('leaves its forks as they are, with where they come from', () => {
    const world = offWorld();
    world.run(aFork());
    const before = world.registry.contents(copy)?.dataDigest;
    world.advance(longestOff);
    expect(world.registry.findService(orders)).toBeUndefined();
    expect(world.registry.contents(copy)?.dataDigest).toBe(before);
    expect(world.registry.lineage(copy)).toMatchObject([{ sourceService: 'orders', sourceIncarnation: 1 }]);
  });

  test('is deleted though it is protected: that stops requests', () => {
    const world = offWorld();
    world.run({ type: 'UpdateService', ...orders, terminationProtection: true });
    world.advance(longestOff);
    expect(world.registry.findService(orders)).toBeUndefined();
  });

  test('is found in a file that has no marks of it', () => {
    const world = offWorld({ clock: { kind: 'real' } });
    const marks = () => world.store.read((reader) => reader.views('off/'));
    const written = marks();
    world.store.write((writer) => marks().forEach(({ key }) => writer.dropView(key)));
    const removalAt = world.registry.findService(orders)?.steadyUntil() ?? 0;
    world.refusal({ type: 'DeleteDatabase', ...orders, database: 'none' });
    expect(marks()).toEqual(written);
    world.store.write((writer) => marks().forEach(({ key }) => writer.dropView(key)));
    world.wall.set(world.wall.now() + longestOff);
    expect(removalAt).toBeLessThanOrEqual(world.now());
    expect(world.registry.findService(orders)).toBeUndefined();
    world.advance(1);
    const views = world.store.read((reader) => reader.views(''));
    world.store.write(rebuildViews);
    expect(world.store.read((reader) => reader.views(''))).toEqual(views);
  });

  test('ends in the order of time when several are due', () => {
    const world = offWorld();
    world.advance(dayMs);
    world.run(aCreate({ service: 'later' }), { ...off, service: 'later' });
    const ends = [world.now() - dayMs + longestOff, world.now() + longestOff].map(toRfc3339);
    world.advance(2 * longestOff);
    const log = world.registry.projectLog('demo', { limit: 2 });
    expect(log.flatMap(({ event }) => (event.type === 'ServiceRemoved' ? toRfc3339(event.removedAt) : []))).toEqual(
      ends.reverse(),
    );
  });
});
