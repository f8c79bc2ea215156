import { createRegistry, type Registry } from '../../../src/registry';
import { createMemoryStore } from '../memory-store';
import { demoWorld, parseWorld, playWorld, worldStart } from '../../../src/registry/world';
import { dayMs, hourMs, type JsonValue } from '../../../src/domain';
import { at } from '../../../src/domain/testing';

const now = at('2026-11-20T08:00:00Z');

const played = (at_ = now): Registry => {
  const registry = createRegistry({
    store: createMemoryStore(),
    wallClock: { now: () => at_ },
    seed: demoWorld.seed ?? '',
    profile: demoWorld.profile ?? 'fast',
    startAt: worldStart(demoWorld, at_),
    clock: { kind: 'frozen' },
  });
  playWorld(registry, demoWorld, at_);
  return registry;
};

const textOf = (registry: Registry): string =>
  JSON.stringify(
    registry
      .projects()
      .flatMap(({ name }) => registry.services(name) ?? [])
      .map((service) => [service, registry.contents(service.facts)]),
  );

describe('the demo world', () => {
  const registry = played();
  const orders = { project: 'prod', service: 'orders-pg' };

  test('is a world file', () => {
    const text: JsonValue = JSON.parse(JSON.stringify(demoWorld));
    expect(parseWorld(text, 'demo')).toEqual(demoWorld);
  });

  test('ends at the real now, with real time', () => {
    expect(registry.status()).toMatchObject({ now, clock: { kind: 'real' }, services: 13, projects: 4 });
  });

  test('is the same in every run', () => {
    expect(textOf(played())).toBe(textOf(registry));
  });

  test.each([0, 5, 11, 17, 23])('plays whatever the hour of day is (%i)', (hours) => {
    expect(played(now + hours * hourMs).status().services).toBe(13);
  });

  test('holds a month of orders, and what was deleted on the way', () => {
    const today = registry.contents(orders);
    const then = registry.contents(orders, now - 14.5 * dayMs);
    expect(today?.databases).toEqual(expect.arrayContaining(['billing', 'orders', 'returns']));
    expect(today?.rows.length).toBeGreaterThan(300);
    expect(today?.users.map((user) => user.username)).not.toContain('intern');
    expect(then?.users.map((user) => user.username)).toContain('intern');
    expect(then?.databases).not.toContain('returns');
    expect(registry.findService(orders)).toMatchObject({
      facts: {
        plan: 'business-4',
        backupRegion: { cloud: 'google-europe-west4', status: 'available' },
        integrations: [{ type: 'metrics' }, { type: 'logs' }],
      },
      pools: [{ pool: 'orders-pool' }],
    });
  });

  test('has services in every state of life', () => {
    expect(registry.findService({ project: 'staging', service: 'orders-pg' })?.facts.state).toBe('POWEROFF');
    expect(registry.findService({ project: 'staging', service: 'legacy-mysql' })).toBeUndefined();
    expect(registry.facts().terminated.has('staging/legacy-mysql')).toBe(true);
    expect(registry.findService({ project: 'prod', service: 'sessions-valkey' })?.facts.backups).toEqual([]);
    expect(registry.findService({ project: 'prod', service: 'logs-os' })?.facts.userConfig).toHaveProperty('saml');
    expect(registry.lineage({ project: 'analytics', service: 'reports-rehearsal-pg' })).toMatchObject([
      { sourceService: 'reports-pg' },
      { sourceService: 'orders-pg', sourceProject: 'prod' },
    ]);
  });
});
