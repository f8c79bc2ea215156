import { createClient, vendorFacts, type ApiRequest, type Transport } from '../../src/api';
import { dayMs, parseSnapshot, writeSnapshot, type JsonValue, type ServiceFacts } from '../../src/domain';
import { answerRequest } from '../../src/registry/http';
import { aCreate, aFork, aWorld } from '../registry/world';

/** The answers of our registry with nothing in them that only we tell. */
const asVendor = (value: JsonValue): JsonValue => {
  if (Array.isArray(value)) return value.map(asVendor);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).filter(([name]) => name !== 'forkcast' && name !== 'predicted_by');
  return Object.fromEntries(fields.map(([name, inner]) => [name, asVendor(inner)]));
};

const aVendor = (world: ReturnType<typeof aWorld>) => {
  const requests: ApiRequest[] = [];
  const transport: Transport = {
    target: 'https://vendor.example',
    send: (request) => {
      requests.push(request);
      if (request.path.startsWith('/v1/forkcast')) return Promise.resolve({ status: 404, body: { message: 'no' } });
      const { status, body } = answerRequest(world.registry, request);
      return Promise.resolve({ status, body: asVendor(body) });
    },
    close: () => undefined,
  };
  return { client: createClient(transport), requests };
};

const anEstate = () => {
  const world = aWorld();
  const region = { additional_backup_regions: ['google-europe-west4'] };
  world.run(aCreate({ userConfig: region, tags: { team: 'shop' }, terminationProtection: true }));
  world.run(aCreate({ service: 'search', serviceType: 'opensearch' }));
  world.advance(3 * dayMs);
  world.run(aFork(), aCreate({ project: 'other', service: 'stopped', serviceType: 'mysql' }));
  world.advance(dayMs);
  world.run({ type: 'UpdateService', project: 'other', service: 'stopped', powered: false });
  world.run({
    type: 'CreateIntegration',
    project: 'demo',
    integration: { integrationType: 'metrics', sourceService: 'orders', destinationService: 'search' },
  });
  return world;
};

/** What the vendor does not tell, or tells in another form. */
const open = [
  'access',
  'ownership',
  'incarnation',
  'origin',
  'lineage',
  'contents',
  'versionChangedAt',
  'poweredOffSince',
  'dataSizeMb',
  'runningAt',
  'firstBackupAt',
  'backupInProgress',
] as const;
const told = (facts: ServiceFacts) => {
  const { backupRegion, ...rest } = facts;
  const shown = Object.entries(rest).filter(([name]) => !open.some((field) => field === name));
  return {
    ...Object.fromEntries(shown),
    windows: facts.windows,
    backups: facts.backups.map(({ series: _series, copy, ...backup }) => ({ ...backup, copied: copy?.cloud ?? null })),
    region: backupRegion.cloud,
  };
};

describe('facts from the answers of the vendor', () => {
  test('say of every service what the registry itself would, as far as the vendor tells it', async () => {
    const world = anEstate();
    const { client } = aVendor(world);
    const now = world.now();
    const facts = await vendorFacts(client, { origin: 'https://vendor.example', now });
    const own = world.registry.facts();
    // The vendor names an organization by an id of its own.
    const ids = new Map(
      [...own.projects.values()].map(({ name, organization }) => [
        organization,
        facts.projects.get(name)?.organization,
      ]),
    );
    expect(new Set(ids.values()).size).toBe(ids.size);
    expect([...facts.projects.values()]).toEqual(
      [...own.projects.values()].map((project) => ({ ...project, organization: ids.get(project.organization) })),
    );
    expect([...facts.services.keys()].sort()).toEqual([...own.services.keys()].sort());
    for (const [key, service] of facts.services) {
      const expected = own.services.get(key);
      const copied = (list: ReturnType<typeof told>) => ({ ...list, userConfig: undefined });
      expect(copied(told(service))).toEqual(copied(told({ ...expected, ...present(expected, now) })));
    }
  });

  test('leave out what the vendor does not tell, and have nothing in its place', async () => {
    const world = anEstate();
    const { services } = await vendorFacts(aVendor(world).client, { origin: 'x', now: world.now() });
    const stopped = services.get('other/stopped');
    // The time of its newest change is another than that of its power-off.
    expect(stopped?.state).toBe('POWEROFF');
    expect(stopped).not.toHaveProperty('poweredOffSince');
    for (const service of services.values()) {
      for (const field of [
        'runningAt',
        'firstBackupAt',
        'versionChangedAt',
        'access',
        'ownership',
        'incarnation',
        'lineage',
        'origin',
      ])
        expect(service).not.toHaveProperty(field);
      expect(service.backupRegion).not.toHaveProperty('changedAt');
      for (const { series, copy = {} } of service.backups) {
        expect(series).toBe(service.type === 'opensearch' ? undefined : 'regular');
        expect(copy).not.toHaveProperty('replicatedAt');
      }
    }
  });

  test('are read by GET alone, and only what is needed', async () => {
    const { client, requests } = aVendor(anEstate());
    await vendorFacts(client, { origin: 'x', now: 0 });
    expect(new Set(requests.map(({ method }) => method))).toEqual(new Set(['GET']));
    const kinds = requests.map(({ path }) =>
      path.replace(/project\/[^/]+/, 'project/P').replace(/service\/[^/?]+/, 'service/S'),
    );
    expect(new Set(kinds)).toEqual(
      new Set([
        '/v1/project',
        '/v1/project/P/clouds',
        '/v1/project/P/service?include_secrets=false',
        '/v1/project/P/service/S/backups',
      ]),
    );
  });

  test('make a snapshot that can be read back', async () => {
    const world = anEstate();
    const facts = await vendorFacts(aVendor(world).client, { origin: 'x', now: world.now() });
    const taken = { at: world.now(), goodForMs: dayMs };
    const read = parseSnapshot(JSON.parse(JSON.stringify(writeSnapshot({ ...facts, taken }))), 'x');
    expect(read.taken).toEqual(taken);
    expect([...read.services.keys()]).toEqual([...facts.services.keys()]);
  });
});

/** A copy that is under way is not told. */
const present = (facts: ServiceFacts | undefined, now: number): ServiceFacts => {
  if (facts === undefined) throw new RangeError('a service is missing');
  return {
    ...facts,
    backups: facts.backups.map((backup) =>
      backup.copy === undefined || (backup.copy.replicatedAt ?? now) <= now
        ? backup
        : { ...backup, copy: undefined as never },
    ),
  };
};
