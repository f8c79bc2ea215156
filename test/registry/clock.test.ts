import { dayMs, endOfTime, hourMs, toRfc3339 } from '../../src/domain';
import { createRegistry, openRegistry } from '../../src/registry';
import { createMemoryStore } from './memory-store';
import type { Command } from '../../src/registry';
import { aCreate, aFork, aRow, aWallClock, aWorld, copy, orders, start } from './world';

describe("the registry's clock", () => {
  test('runs with the wall clock when it is real', () => {
    const world = aWorld({ clock: { kind: 'real' } });
    world.wall.set(start + hourMs);
    expect(world.now()).toBe(start + hourMs);
  });

  test('stands still when it is frozen, and moves when it is advanced', () => {
    const world = aWorld();
    world.wall.set(start + hourMs);
    expect(world.now()).toBe(start);
    world.advance(dayMs);
    expect(world.now()).toBe(start + dayMs);
    world.run({ type: 'SetClock', mode: { kind: 'factor', factor: 60 } });
    world.wall.set(start + hourMs + 1_000);
    expect(world.now()).toBe(start + dayMs + 60_000);
  });

  test('never goes back when the wall clock does, not even in another process', () => {
    const world = aWorld({ clock: { kind: 'real' } });
    world.wall.set(start + hourMs);
    world.run(aCreate());
    world.wall.set(start - dayMs);
    expect(world.now()).toBe(start + hourMs);
    const reopened = openRegistry({ store: world.store, wallClock: aWallClock(start - 2 * dayMs) });
    expect(reopened.status().now).toBe(start + hourMs);
    expect(reopened.execute({ type: 'AdvanceClock', byMs: 5 })).toEqual({ kind: 'accepted', at: start + hourMs + 5 });
    expect(reopened.status().now).toBe(start + hourMs + 5);
  });

  test('that was ahead goes on from there, for every process, once the wall clock is behind', () => {
    const world = aWorld({ clock: { kind: 'real' } });
    world.wall.set(start + dayMs);
    world.run(aCreate());
    const wall = aWallClock(start + hourMs);
    const open = () => openRegistry({ store: world.store, wallClock: wall });
    expect(open().status().now).toBe(start + dayMs);
    wall.set(start + 2 * hourMs);
    expect(open().status().now).toBe(start + dayMs + hourMs);
    const setAhead = aWallClock(start + 9 * dayMs);
    openRegistry({ store: world.store, wallClock: setAhead }).execute({ type: 'SetClock', mode: { kind: 'real' } });
    const seen = open().status().now;
    wall.set(start + 3 * hourMs);
    expect(open().status().now).toBe(seen + hourMs);
  });

  test('is left alone by a wall clock that is a little behind, and when it is frozen', () => {
    const world = aWorld({ clock: { kind: 'real' } });
    world.wall.set(start + 60_000);
    world.run(aCreate());
    const events = world.registry.status().events;
    openRegistry({ store: world.store, wallClock: aWallClock(start) });
    world.run({ type: 'SetClock', mode: { kind: 'frozen' } });
    openRegistry({ store: world.store, wallClock: aWallClock(start - dayMs) });
    expect(world.registry.status().events).toBe(events + 1);
  });

  test('goes on in a process whose wall clock is set back under it', () => {
    const world = aWorld({ clock: { kind: 'real' } });
    world.wall.set(start + dayMs);
    expect(world.now()).toBe(start + dayMs);
    world.wall.set(start);
    expect(world.now()).toBe(start + dayMs);
    world.wall.set(start + hourMs);
    expect(world.now()).toBe(start + dayMs + hourMs);
  });

  test('ends with the year 9999: what would come after is refused, and a fast clock stays there', () => {
    const world = aWorld();
    const year = 366 * dayMs;
    let outcome = world.registry.execute({ type: 'AdvanceClock', byMs: 100 * year });
    for (let count = 0; outcome.kind === 'accepted' && count < 100; count += 1)
      outcome = world.registry.execute({ type: 'AdvanceClock', byMs: 100 * year });
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'clock_setting_invalid' } });
    world.advance(endOfTime - world.now());
    expect(toRfc3339(world.now())).toBe('9999-12-31T23:59:59.999Z');
    expect(world.refusal({ type: 'AdvanceClock', byMs: 1 })).toBe('clock_setting_invalid');
    world.run({ type: 'SetClock', mode: { kind: 'factor', factor: 1_000_000 } }, aCreate());
    world.wall.set(start + 365 * dayMs);
    expect(world.now()).toBe(endOfTime);
    world.run({ type: 'UpdateService', ...orders, powered: false });
    expect(toRfc3339(world.registry.findService(orders)?.removalAt ?? 0)).toBe('9999-12-31T23:59:59.999Z');
    expect(openRegistry({ store: world.store, wallClock: world.wall }).services('demo')).toHaveLength(1);
  });

  test('does not go back within one process between two events', () => {
    const world = aWorld({ clock: { kind: 'real' } });
    world.wall.set(start + hourMs);
    expect(world.now()).toBe(start + hourMs);
    world.wall.set(start + hourMs - 1);
    expect(world.now()).toBe(start + hourMs);
  });

  test('does not go back where another process, whose wall clock is behind, sets a fast clock anew', () => {
    const world = aWorld({ clock: { kind: 'factor', factor: 1_000 } });
    world.wall.set(start + 10_000);
    const seen = world.now();
    const other = openRegistry({ store: world.store, wallClock: aWallClock(start + 5_000) });
    other.execute({ type: 'SetClock', mode: { kind: 'frozen' } });
    expect(other.status().now).toBeLessThan(seen);
    expect(world.now()).toBe(seen);
    world.run(aCreate());
    expect(other.status().now).toBe(seen);
  });

  test('begins where it is told to', () => {
    const registry = createRegistry({
      store: createMemoryStore(),
      wallClock: aWallClock(),
      seed: 's',
      profile: 'fast',
      startAt: start - 30 * dayMs,
      clock: { kind: 'frozen' },
    });
    expect(registry.status()).toMatchObject({ now: start - 30 * dayMs, profile: 'fast', clock: { kind: 'frozen' } });
  });
});

describe('the life of a service', () => {
  test.each([
    ['fast', 32, 3_000],
    ['realistic', 32, 240_192],
    ['realistic', 100_000, 840_000],
  ] as const)('profile %s with %i MB: REBUILDING for %i ms, then RUNNING', (profile, dataSizeMb, buildMs) => {
    const world = aWorld({ profile });
    world.run(aCreate({ plan: 'business-16', dataSizeMb }));
    expect(world.registry.findService(orders)).toMatchObject({
      facts: { state: 'REBUILDING', runningAt: start + buildMs },
    });
    world.advance(buildMs - 1);
    const late = world.registry.findService(orders);
    expect(late?.facts.state).toBe('REBUILDING');
    expect(late?.phases.map(({ phase, completed }) => [phase, completed])).toEqual([
      ['prepare', true],
      ['basebackup', true],
      ['stream', true],
      ['finalize', false],
    ]);
    world.advance(1);
    expect(world.registry.findService(orders)).toMatchObject({ facts: { state: 'RUNNING' }, phases: [] });
  });

  test('is REBALANCING while its plan, cloud or disk changes, and REBUILDING while its version does', () => {
    const world = aWorld({ profile: 'fast' });
    world.run(aCreate({ userConfig: { pg_version: '16' } }));
    world.advance(dayMs);
    const changes = [
      [{ plan: 'business-8' }, 'REBALANCING'],
      [{ cloud: 'aws-eu-west-1' }, 'REBALANCING'],
      [{ diskSpaceMb: 179_200 + 10_240 }, 'REBALANCING'],
      [{ userConfig: { pg_version: '17' } }, 'REBUILDING'],
    ] as const;
    for (const [part, state] of changes) {
      world.run({ type: 'UpdateService', ...orders, ...part });
      expect(world.registry.findService(orders)?.facts.state).toBe(state);
      world.advance(2_000);
      expect(world.registry.findService(orders)?.facts.state).toBe('RUNNING');
    }
    expect(world.registry.findService(orders)).toMatchObject({ facts: { plan: 'business-8', diskSpaceMb: 189_440 } });
    expect(world.registry.findService(orders)?.facts.userConfig.pg_version).toBe('17');
    expect(world.registry.findService(orders)?.facts.versionChangedAt).toBe(world.now() - 2_000);
    const variant: Command = { type: 'UpdateService', ...orders, userConfig: { variant: 'timescale' } };
    expect(world.refusal(variant)).toBe('operation_not_simulated');
    world.run({ ...variant, userConfig: { variant: 'aiven' } });
  });

  test('ends with termination; the name can be used again, as another incarnation with other secrets', () => {
    const world = aWorld();
    world.run(aCreate());
    const before = world.registry.findService(orders);
    world.run({ type: 'TerminateService', ...orders });
    expect(world.registry.findService(orders)).toBeUndefined();
    expect(world.registry.facts().terminated.get('demo/orders')).toMatchObject({
      terminatedAt: start,
      backupsKeptUntil: start + 30 * dayMs,
    });
    world.run(aCreate());
    const after = world.registry.findService(orders);
    expect(after?.facts.incarnation).toBe(2);
    // An address is made of names, as the vendor's is.
    expect(after?.host).toBe(before?.host);
    expect(after?.users[0]?.password).not.toBe(before?.users[0]?.password);
    expect(world.registry.facts().terminated.has('demo/orders')).toBe(false);
  });

  test('gives the same ids, hosts and passwords to the same story with the same seed only', () => {
    const detail = (seed: string) => {
      const world = aWorld({ seed });
      world.run(aCreate(), aFork(), { type: 'CreateUser', ...copy, username: 'ada' });
      return world.registry.findService(copy);
    };
    expect(JSON.stringify(detail('a'))).toBe(JSON.stringify(detail('a')));
    expect(detail('a')?.host).not.toBe(detail('b')?.host);
  });

  test('keeps secrets out of facts and the log', () => {
    const world = aWorld();
    world.run(aCreate({ userConfig: { admin_username: 'root', admin_password: 'correct-horse' } }));
    const shown = JSON.stringify([
      world.registry.findService(orders)?.facts.userConfig,
      [...world.registry.facts().services],
    ]);
    const log = JSON.stringify(world.store.read((reader) => reader.allEvents(0, 100)));
    expect(shown).not.toContain('admin_password');
    expect(log).not.toContain('correct-horse');
    expect(world.registry.findService(orders)?.users[0]?.username).toBe('root');
  });
});

describe('a batch of commands', () => {
  test('decides each on what the ones before it left, and a refused one stops nobody', () => {
    const world = aWorld();
    const outcomes = world.registry.executeAll([
      aCreate(),
      aCreate(),
      aFork(),
      { type: 'AdvanceClock', byMs: 7 },
      aRow('a'),
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['accepted', 'refused', 'accepted', 'accepted', 'accepted']);
    expect(outcomes[4]).toEqual({ kind: 'accepted', at: start + 7 });
    expect(world.registry.contents(orders)?.rows).toHaveLength(1);
  });
});

describe('what a fork copies', () => {
  test('is all but integrations, single sign-on, tags and create-only keys', () => {
    const world = aWorld();
    const os = { serviceType: 'opensearch', plan: 'business-4' };
    const userConfig = { saml: { enabled: true }, ip_filter: ['10.0.0.0/8'], opensearch_version: '2.19' };
    world.run(aCreate({ ...os, userConfig, tags: { team: 'search' } }), {
      type: 'CreateIntegration',
      project: 'demo',
      integration: { integrationType: 'metrics', sourceService: 'orders', destinationEndpoint: 'grafana' },
    });
    world.run(aFork({}, os), aFork({}, { ...os, service: 'tagged', copyTags: true, tags: { team: 'test', a: 'b' } }));
    const fork = world.registry.findService(copy);
    expect(fork?.facts.userConfig).toEqual({
      ip_filter: ['10.0.0.0/8'],
      opensearch_version: '2.19',
      service_to_fork_from: 'orders',
    });
    expect(fork).toMatchObject({ facts: { integrations: [], tags: {} } });
    expect(fork?.manifest?.notCopied).toEqual([
      { item: 'integrations', names: ['metrics grafana'] },
      { item: 'single-sign-on', names: ['saml'] },
      { item: 'tags', names: ['team'] },
    ]);
    expect(world.registry.findService({ project: 'demo', service: 'tagged' })?.facts.tags).toEqual({
      team: 'test',
      a: 'b',
    });
    expect(world.registry.contents(copy)?.configDigest).toBe(world.registry.contents(orders)?.configDigest);
  });

  test('is the settings of the recovery point, not of today', () => {
    const world = aWorld();
    world.run(aCreate({ userConfig: { work_mem: 4 } }));
    world.advance(hourMs);
    const time = new Date(world.now()).toISOString();
    world.advance(hourMs);
    world.run({ type: 'UpdateService', ...orders, userConfig: { work_mem: 8 } });
    world.run(aFork({ recovery_target_time: time }));
    expect(world.registry.findService(copy)?.facts.userConfig).toMatchObject({ work_mem: 4 });
  });

  test('is the version of the recovery point, not of today', () => {
    const world = aWorld();
    const search = { serviceType: 'opensearch', plan: 'business-4' };
    world.run(aCreate({ ...search, userConfig: { opensearch_version: '2.19' } }));
    world.advance(hourMs);
    const name = world.registry.findService(orders)?.facts.backups.at(0)?.name ?? '';
    world.run({ type: 'UpdateService', ...orders, userConfig: { opensearch_version: '3.3' } });
    world.run(aFork({ recovery_basebackup_name: name }, search));
    expect(world.registry.findService(copy)?.facts.userConfig).toMatchObject({ opensearch_version: '2.19' });
  });
});
