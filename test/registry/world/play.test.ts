import { createRegistry, type Registry } from '../../../src/registry';
import { createMemoryStore } from '../memory-store';
import {
  parseWorld,
  playWorld,
  WorldFileError,
  WorldStepRefusedError,
  worldNow,
  worldStart,
  WorldFile,
} from '../../../src/registry/world';
import { defaultWorld } from '../default-world';
import { dayMs, hourMs, plans, type JsonObject } from '../../../src/domain';
import * as z from 'zod/mini';
import { at } from '../../../src/domain/testing';

const wallNow = at('2026-11-20T08:00:00Z');

const aWorldFile = (part: JsonObject = {}): WorldFile =>
  parseWorld(
    {
      formatVersion: 1,
      profile: 'instant',
      organizations: ['acme'],
      projects: [{ name: 'demo', organization: 'acme' }],
      services: [{ service: 'demo/orders', type: 'pg', plan: 'business-4', createdAt: '-10d' }],
      ...part,
    },
    'test',
  );

const play = (world: WorldFile): Registry => {
  const now = worldNow(world, wallNow);
  const registry = createRegistry({
    store: createMemoryStore(),
    wallClock: { now: () => wallNow },
    seed: world.seed ?? 'seed',
    profile: world.profile ?? 'fast',
    startAt: worldStart(world, now),
    clock: { kind: 'frozen' },
  });
  playWorld(registry, world, now);
  return registry;
};

const orders = { project: 'demo', service: 'orders' };
const onOrders = { service: 'demo/orders' };

describe('playing a world', () => {
  test('gives each step its own instant, in order of time, and ends at now', () => {
    const registry = play(
      aWorldFile({
        story: [
          { do: 'write', at: '-1d', ...onOrders, database: 'defaultdb', key: 'second', value: '2' },
          { do: 'write', at: '-2d6h', ...onOrders, database: 'defaultdb', key: 'first', value: '1' },
        ],
      }),
    );
    expect(registry.status()).toMatchObject({ now: wallNow, clock: { kind: 'real' } });
    expect(registry.findService(orders)?.facts.createdAt).toBe(wallNow - 10 * dayMs);
    expect(registry.contents(orders)?.rows.map(({ key, writtenAt }) => [key, writtenAt])).toEqual([
      ['first', wallNow - 54 * hourMs],
      ['second', wallNow - dayMs],
    ]);
  });

  test('repeats a workload up to its end, with other rows each time', () => {
    const registry = play(
      aWorldFile({
        story: [{ do: 'generate', at: '-5d', ...onOrders, database: 'defaultdb', count: 2, every: '1d', until: '-3d' }],
      }),
    );
    const rows = registry.contents(orders)?.rows ?? [];
    expect(rows).toHaveLength(6);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(6);
  });

  test('plays every kind of step', () => {
    const registry = play(
      aWorldFile({
        services: [
          {
            service: 'demo/orders',
            type: 'pg',
            plan: 'business-4',
            cloud: 'google-europe-west1',
            createdAt: '-10d',
            userConfig: { pg_version: '16' },
            databases: ['app'],
            users: ['ada'],
            pools: [{ name: 'first', database: 'app' }],
          },
          {
            service: 'demo/copy',
            type: 'pg',
            plan: 'business-4',
            createdAt: '-1d',
            fork: { source: 'demo/orders', at: '-2d' },
          },
          { service: 'demo/doomed', type: 'mysql', plan: 'startup-4', createdAt: '-9d' },
        ],
        integrations: [{ type: 'datadog', source: 'demo/orders', destination: 'our-datadog' }],
        story: [
          { do: 'create-database', at: '-9d', ...onOrders, database: 'late' },
          { do: 'delete-database', at: '-8d', ...onOrders, database: 'late' },
          { do: 'create-user', at: '-9d', ...onOrders, username: 'bob' },
          { do: 'reset-password', at: '-8d', ...onOrders, username: 'bob' },
          { do: 'delete-user', at: '-7d', ...onOrders, username: 'bob' },
          { do: 'create-pool', at: '-9d', ...onOrders, pool: 'second', database: 'app', username: 'ada' },
          { do: 'delete-pool', at: '-8d', ...onOrders, pool: 'second' },
          { do: 'backup-region', at: '-7d', ...onOrders, cloud: 'google-europe-west4' },
          { do: 'pause-copy', at: '-3d', ...onOrders, paused: true },
          { do: 'change', at: '-6d', ...onOrders, plan: 'business-8', userConfig: { pg_version: '17' } },
          { do: 'change', at: '-5d', ...onOrders, cloud: 'google-europe-west3', terminationProtection: true },
          { do: 'tags', at: '-5d', ...onOrders, tags: { a: 'b' } },
          { do: 'power', at: '-1h', service: 'demo/copy', on: false },
          { do: 'terminate', at: '-4d', service: 'demo/doomed' },
          { do: 'outage', at: '-1h', cloud: 'aws-eu-west-1', down: true },
        ],
      }),
    );
    expect(registry.findService(orders)).toMatchObject({
      facts: {
        plan: 'business-8',
        cloud: 'google-europe-west3',
        terminationProtection: true,
        tags: { a: 'b' },
        backupRegion: { cloud: 'google-europe-west4', status: 'paused' },
        integrations: [{ type: 'datadog', peer: 'our-datadog' }],
        userConfig: { pg_version: '17' },
      },
      databases: ['defaultdb', 'app'],
      users: [{ username: 'avnadmin' }, { username: 'ada' }],
      pools: [{ pool: 'first' }],
    });
    expect(registry.findService({ project: 'demo', service: 'copy' })).toMatchObject({
      facts: { state: 'POWEROFF', lineage: { sourceService: 'orders', recoveryPoint: wallNow - 2 * dayMs } },
    });
    expect(registry.status()).toMatchObject({ services: 2, outages: ['aws-eu-west-1'] });
  });

  test('amends the catalogue first', () => {
    const cloud = { name: 'custom-berlin-1', provider: 'custom', geoRegion: 'europe' } as const;
    const plan = plans.find(({ type, name }) => type === 'pg' && name === 'business-4');
    const registry = play(
      aWorldFile({
        clouds: [cloud],
        plans: [JSON.parse(JSON.stringify({ ...plan, name: 'halden-4', tier: 'custom' }))],
        services: [
          { service: 'demo/orders', type: 'pg', plan: 'halden-4', cloud: 'custom-berlin-1', createdAt: '-10d' },
        ],
      }),
    );
    expect(registry.findService(orders)).toMatchObject({ facts: { plan: 'halden-4', cloud: 'custom-berlin-1' } });
    expect(registry.catalogue().clouds.get('custom-berlin-1')).toEqual(cloud);
  });

  test('with a frozen clock counts from there and stands still', () => {
    const world = aWorldFile({ clock: { mode: 'frozen', at: '2026-01-01T00:00:00Z' } });
    const registry = play(world);
    expect(registry.status()).toMatchObject({ now: at('2026-01-01T00:00:00Z'), clock: { kind: 'frozen' } });
    expect(registry.findService(orders)?.facts.createdAt).toBe(at('2025-12-22T00:00:00Z'));
  });

  test.each(['instant', 'fast', 'realistic'])('waits until a service holds what it was given (%s)', (profile) => {
    const registry = play(
      aWorldFile({
        profile,
        services: [
          {
            service: 'demo/orders',
            type: 'pg',
            plan: 'business-4',
            createdAt: '-10d',
            databases: ['app'],
            users: ['ada'],
          },
        ],
        clock: { mode: 'factor', factor: 60 },
      }),
    );
    expect(registry.findService(orders)).toMatchObject({ databases: ['defaultdb', 'app'] });
    expect(registry.status().clock).toEqual({ kind: 'factor', factor: 60 });
  });

  test('stops at the first step that is refused, naming it', () => {
    const world = aWorldFile({
      story: [
        { do: 'create-user', at: '-2d', ...onOrders, username: 'ada' },
        { do: 'create-user', at: '-1d', ...onOrders, username: 'ada' },
      ],
    });
    expect(() => play(world)).toThrow(WorldStepRefusedError);
    expect(() => play(world)).toThrow(
      /The step story\.1 \(CreateUser demo\/orders, at 2026-11-19T08:00:00Z\) was refused: .*\[user_already_exists\]/,
    );
  });

  test('refuses a step after now', () => {
    const world = aWorldFile({
      story: [{ do: 'power', at: '2027-01-01T00:00:00Z', ...onOrders, on: false }],
    });
    expect(() => play(world)).toThrow(WorldFileError);
  });

  test('has an empty project by default', () => {
    expect(play(defaultWorld).projects()).toEqual([
      { name: 'demo', organization: 'demo-org', defaultCloud: 'google-europe-west1' },
    ]);
  });
});

describe('a world file', () => {
  test('has a JSON schema', () => {
    expect(z.toJSONSchema(WorldFile, { io: 'input' })).toMatchObject({
      type: 'object',
      required: ['formatVersion', 'organizations', 'projects'],
    });
  });

  test.each<[JsonObject, string]>([
    [{ formatVersion: 2 }, 'formatVersion: expected 1, got 2'],
    [{ surprise: 1 }, 'the file: unknown field "surprise"'],
    [{ services: [{ service: 'orders', type: 'pg', plan: 'x', createdAt: '-1d' }] }, 'services.0.service: '],
    [
      { services: [{ service: 'a/b', type: 'pg', plan: 'x', createdAt: '30d ago' }] },
      'services.0.createdAt: expected "now"',
    ],
    [{ story: [{ do: 'dance', at: '-1d' }] }, 'story.0'],
    [
      { story: [{ do: 'write', at: '-1d', service: 'a/b', database: 'd', key: 'k' }] },
      'story.0.value: expected string',
    ],
    [{ clock: { mode: 'factor' } }, 'clock.factor: expected number, got nothing'],
  ])('that is broken is refused, naming the field', (part, fault) => {
    expect(() => aWorldFile(part)).toThrow(`The world test cannot be read: ${fault}`);
  });
});
