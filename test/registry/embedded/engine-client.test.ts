import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type SentTo,
  withFacts,
  createClient,
  RegistryUnreachableError,
  RequestRefusedError,
  type ResourceClient,
} from '../../../src/api';
import { at } from '../../../src/domain/testing';
import type { EngineClient } from '../../../src/engine';
import {
  createEmbedded,
  openEmbeddedClient,
  openEngineClient,
  openResourceClient,
} from '../../../src/registry/embedded';
import { openEmbedded } from '../embedded-transport';
import { defaultWorld } from '../default-world';

const wallClock = { now: () => at('2026-11-20T08:00:00Z') };

type Client = EngineClient & { close(): void };

const pg = (service_name: string, more: Partial<SentTo<'ServiceCreate'>> = {}): SentTo<'ServiceCreate'> => ({
  service_name,
  service_type: 'pg',
  plan: 'startup-4',
  user_config: {},
  ...more,
});

const long = 'x'.repeat(1025);
const origin = { stack: 's', path: 's/a', fingerprint: 'f', latest_transaction: false };
const metrics = { integration_type: 'metrics', source_service: 'a', dest_service: 'thanos' };

/** What is asked one after another, of both clients alike. */
const requests: readonly (readonly [string, (client: Client) => Promise<unknown>])[] = [
  ['the clock', (client) => client.clock()],
  ['a service that is not there', (client) => client.getService('demo', 'a')],
  ['a service of no project', (client) => client.getService('nowhere', 'a')],
  ['a create in no project', (client) => client.createService('nowhere', pg('a'))],
  [
    'a create with all that the engine sends',
    (client) =>
      client.createService(
        'demo',
        pg('a', {
          cloud: 'google-europe-west1',
          tags: { team: 'orders' },
          termination_protection: true,
          user_config: { pg: { jit: true }, ip_filter: ['10.0.0.0/8'] },
          forkcast: { origin },
        }),
      ),
  ],
  ['the services of a project', (client) => client.listServices('demo')],
  ['the services of no project', (client) => client.listServices('nowhere')],
  ['the same name again', (client) => client.createService('demo', pg('a'))],
  ['a fork', (client) => client.createService('demo', pg('b', { user_config: { service_to_fork_from: 'a' } }))],
  [
    'a fork of nothing',
    (client) => client.createService('demo', pg('c', { user_config: { service_to_fork_from: 'z' } })),
  ],
  ['a location asserted', (client) => client.createService('demo', pg('c', { forkcast: { from: 'secondary' } }))],
  ['another type', (client) => client.createService('demo', pg('thanos', { service_type: 'thanos' }))],
  ['an unknown type', (client) => client.createService('demo', pg('c', { service_type: 'db2' }))],
  ['an unknown cloud', (client) => client.createService('demo', pg('c', { cloud: 'moon-1' }))],
  ['a disk', (client) => client.createService('demo', pg('c', { disk_space_mb: 7 }))],
  ['half a megabyte', (client) => client.createService('demo', pg('c', { disk_space_mb: 7.5 }))],
  [
    'a network and addresses',
    (client) => client.createService('demo', pg('c', { project_vpc_id: null, static_ips: ['ip'] })),
  ],
  ['a long name', (client) => client.createService('demo', pg(long))],
  ['a long plan', (client) => client.createService('demo', pg('c', { plan: long }))],
  [
    'a long path',
    (client) => client.createService('demo', pg('c', { forkcast: { origin: { ...origin, path: long } } })),
  ],
  ['a long address', (client) => client.createService('demo', pg('c', { static_ips: ['ip', long] }))],
  [
    'a new service with an integration',
    (client) =>
      client.createService(
        'demo',
        pg('d', { service_integrations: [{ integration_type: 'metrics', dest_service: 'thanos' }] }),
      ),
  ],
  ['an integration of no type', (client) => client.createService('demo', pg('e', { service_integrations: [{}] }))],
  [
    'an integration with an unknown field',
    (client) =>
      client.createService('demo', pg('e', { service_integrations: [{ integration_type: 'metrics', port: 1 }] })),
  ],
  [
    'an update',
    (client) =>
      client.updateService('demo', 'a', { plan: 'business-4', user_config: { pg: null }, forkcast: { origin } }),
  ],
  ['an update of nothing', (client) => client.updateService('demo', 'z', { powered: false })],
  ['an update with a long cloud', (client) => client.updateService('demo', 'a', { cloud: long })],
  ['an update with an unknown key', (client) => client.updateService('demo', 'a', { user_config: { surprise: 1 } })],
  ['tags', (client) => client.replaceTags('demo', 'a', { team: 'data' })],
  [
    'too many tags',
    (client) =>
      client.replaceTags('demo', 'a', Object.fromEntries(Array.from({ length: 99 }, (_, i) => [`k${i}`, 'v']))),
  ],
  ['tags of nothing', (client) => client.replaceTags('demo', 'z', {})],
  ['an integration', (client) => client.createIntegration('demo', { ...metrics, user_config: {} })],
  ['an integration with nothing', (client) => client.createIntegration('demo', { ...metrics, dest_service: 'z' })],
  [
    'an integration with no endpoint',
    (client) => client.createIntegration('demo', { ...metrics, dest_endpoint_id: 'e' }),
  ],
  ['an integration of a long type', (client) => client.createIntegration('demo', { integration_type: long })],
  ['a protected service to end', (client) => client.deleteService('demo', 'a')],
  ['what came of all this', (client) => client.getService('demo', 'a')],
  ['a service to end', (client) => client.deleteService('demo', 'b')],
  ['a service that has ended', (client) => client.getService('demo', 'b')],
  ['the same to end again', (client) => client.deleteService('demo', 'b')],
];

const outcomeOf = async (asked: Promise<unknown>): Promise<unknown> => {
  try {
    return { answer: await asked };
  } catch (error) {
    if (error instanceof RequestRefusedError)
      return { status: error.status, code: error.refusalCode, message: error.message };
    throw error;
  }
};

describe('the client of the engine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-engine-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const registryAt = (name: string) => {
    const path = join(folder, name);
    const key = 'a1'.repeat(32);
    const world = { ...defaultWorld, profile: 'instant' as const };
    createEmbedded({ path, key, wallClock, world, seed: 's', id: 'i' }).close();
    return { path, key, wallClock, defer: (work: () => void) => void setImmediate(work), pause };
  };

  test.each([
    ['one that does one thing', openEngineClient],
    ['one that does many', openEmbeddedClient],
    ['one that keeps resources', openResourceClient],
  ])('answers and refuses as the client of the contract does: %s', async (name, open) => {
    const byContract = createClient(openEmbedded(registryAt(`contract of ${name}.db`)));
    const byEngine: Client = open(registryAt(`${name}.db`));
    const refusals = new Set<string>();
    for (const [name, ask] of requests) {
      const expected = await outcomeOf(ask(byContract));
      expect([name, await outcomeOf(ask(byEngine))]).toEqual([name, expected]);
      if (JSON.stringify(expected).startsWith('{"status"')) refusals.add(name);
    }
    expect(refusals.size).toBeGreaterThan(20);
    byContract.close();
    byEngine.close();
  });

  test('carries out what is asked for at once, and refuses what is wrong in it alone', async () => {
    const client = openEmbeddedClient(registryAt('at once.db'));
    const names = Array.from({ length: 20 }, (_, index) => `pg-${index % 19}`);
    const outcomes = await Promise.allSettled(names.map((name) => client.createService('demo', pg(name))));
    expect(outcomes.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { refusalCode: 'service_already_exists' } },
    ]);
    expect(await client.listServices('demo')).toHaveLength(19);
    client.close();
  });

  test('tells the facts that a snapshot holds', async () => {
    const client = openEmbeddedClient(registryAt('facts.db'));
    const password = { admin_password: 'not-to-be-told' };
    await client.createService('demo', pg('a', { user_config: { ...password, work_mem: 8 }, tags: { team: 'a' } }));
    await client.createService('demo', pg('b', { user_config: { service_to_fork_from: 'a' } }));
    await client.deleteService('demo', 'b');
    for (const only of [undefined, [{ project: 'demo', service: 'a' }]]) {
      const facts = await client.facts(only);
      expect(facts).toEqual(await withFacts({ ...client, target: facts.origin }, { now: () => 0 }).facts(only));
      expect(JSON.stringify([...facts.services])).not.toContain('not-to-be-told');
    }
    client.close();
  });

  test('answers on what is in services as the client of the whole contract does', async () => {
    const place = registryAt('members.db');
    const [whole, resources] = [openEmbeddedClient(place), openResourceClient(place)];
    await resources.createService('demo', pg('a'));
    await resources.createDatabase('demo', 'a', 'orders');
    await resources.createUser('demo', 'a', 'reporting');
    await resources.createPool('demo', 'a', { pool_name: 'web', database: 'orders' });
    const asked: readonly ((client: ResourceClient) => Promise<unknown>)[] = [
      (client) => client.listDatabases('demo', 'a'),
      (client) => client.listDatabases('demo', 'b'),
      (client) => client.getUser('demo', 'a', 'reporting'),
      (client) => client.getUser('demo', 'a', 'nobody'),
      (client) => client.listPools('demo', 'a'),
      (client) => client.listIntegrations('demo', 'a'),
      (client) => client.getTags('demo', 'a'),
      (client) => client.listBackups('demo', 'a'),
      (client) => client.backupRegions('demo', 'a'),
      (client) => client.servicePage({ project: 'demo' }),
      (client) => client.servicePage({ filter: 'owner:' }),
      (client) => client.lineage('demo', 'a'),
      (client) => client.contents('demo', 'a'),
      (client) => client.rows('demo', 'a'),
      (client) => client.deleteDatabase('demo', 'a', 'none'),
    ];
    for (const ask of asked) expect(await outcomeOf(ask(resources))).toEqual(await outcomeOf(ask(whole)));
    for (const client of [whole, resources]) client.close();
  });

  test('tells of a registry that is not there with the remedy', async () => {
    const client = openEngineClient({ path: join(folder, 'nowhere.db'), wallClock, pause });
    const asked = client.clock();
    await expect(asked).rejects.toBeInstanceOf(RegistryUnreachableError);
    await expect(asked).rejects.toThrow('forkcast registry init');
    client.close();
  });
});
