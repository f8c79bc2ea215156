import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operations } from '../../../src/api';
import { dayMs, defaultCatalogue, minuteMs, secondMs, serviceTypes, type JsonValue } from '../../../src/domain';
import { plansOf } from '../../differential/landscape';
import { aCreate, aFork, type World } from '../../registry/world';
import { aServer, type Server } from '../a-server';
import { examples } from '../examples';
import { aPreparedServer } from '../prepared-server';
import { missingFields, type Shape } from './missing-fields';

interface VendorFields {
  readonly answers: Readonly<Record<string, Shape>>;
}

const { answers } = JSON.parse(readFileSync(join(__dirname, 'vendor-fields.json'), 'utf8')) as VendorFields;

let open: Server[] = [];
const opened = (...options: Parameters<typeof aServer>): Server => {
  const server = aServer(...options);
  open.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(open.map((server) => server.close()));
  open = [];
});

const ask = async (server: Server, id: string, token: string, parts: Readonly<Record<string, string>>) => {
  const operation = operations.find((one) => one.id === id);
  if (operation === undefined) throw new RangeError(`No operation is called ${id}.`);
  const { body, path } = examples[id] ?? {};
  const all: Readonly<Record<string, string>> = { ...parts, ...path };
  return server.send({
    method: operation.method,
    path: operation.path.replace(/\{(\w+)\}/g, (_part, name: string) => encodeURIComponent(all[name] ?? 'missing')),
    headers: { authorization: `aivenv1 ${token}`, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
};

const faultsIn = async (server: Server, id: string, token: string, parts: Readonly<Record<string, string>>) => {
  const { status, text } = await ask(server, id, token, parts);
  if (status !== 200) return [`${id} answers ${status}: ${text.slice(0, 200)}`];
  return missingFields(JSON.parse(text) as JsonValue, answers[id] ?? {}, id);
};

test.each(Object.keys(answers))('%s answers every field that is documented', async (id) => {
  const { served, parts } = aPreparedServer();
  open.push(served);
  expect(await faultsIn(served, id, served.token('admin'), parts)).toEqual([]);
});

const planOf = (type: string): string =>
  plansOf(defaultCatalogue, type).find(({ tier }) => tier === 'business')?.name ??
  plansOf(defaultCatalogue, type).find(({ tier }) => tier !== 'free')?.name ??
  '';

const orders = { project: 'demo', service: 'orders' };

/** Brings `orders`, which is running with backups, into a state; the name of the service that is in it. */
const states: Readonly<Record<string, (world: World, type: string) => string>> = {
  'being made': (world, serviceType) => {
    world.run(aCreate({ service: 'fresh', serviceType, plan: planOf(serviceType) }));
    return 'fresh';
  },
  'running without a backup': (world, serviceType) => {
    world.run(aCreate({ service: 'fresh', serviceType, plan: planOf(serviceType) }));
    world.advance(5 * minuteMs);
    return 'fresh';
  },
  'being restored': (world, serviceType) => {
    if (serviceTypes.find(({ name }) => name === serviceType)?.forkable !== true) return 'orders';
    world.run(aFork({}, { serviceType, plan: planOf(serviceType) }));
    world.advance(90 * secondMs);
    return 'copy';
  },
  running: () => 'orders',
  'a replica': (world, serviceType) => {
    const integrations = [{ integrationType: 'read_replica', sourceService: 'orders' }];
    world.run(aCreate({ service: 'copy', serviceType, plan: planOf(serviceType), integrations }));
    world.advance(dayMs);
    return 'copy';
  },
  'a fork with its own backups': (world, serviceType) => {
    if (serviceTypes.find(({ name }) => name === serviceType)?.forkable !== true) return 'orders';
    world.run(aFork({}, { serviceType, plan: planOf(serviceType) }));
    world.advance(2 * dayMs);
    return 'copy';
  },
  'being upgraded': (world, serviceType) => {
    const type = serviceTypes.find(({ name }) => name === serviceType);
    const current = world.registry.findService(orders)?.facts.userConfig[type?.versionKey ?? ''];
    const [newest] = (type?.versions ?? []).map(({ version }) => version).reverse();
    const isFixed = type?.userConfig.some(({ key, createOnly }) => key === type.versionKey && createOnly);
    if (type?.versionKey === undefined || newest === undefined || newest === current || isFixed) return 'orders';
    world.run({ type: 'UpdateService', ...orders, userConfig: { [type.versionKey]: newest } });
    return 'orders';
  },
  'powered on again': (world) => {
    world.run({ type: 'UpdateService', ...orders, powered: false });
    world.advance(dayMs);
    world.run({ type: 'UpdateService', ...orders, powered: true });
    return 'orders';
  },
  'without copies that go on': (world, serviceType) => {
    if (serviceTypes.find(({ name }) => name === serviceType)?.backupRegion === 'unsupported') return 'orders';
    world.run({ type: 'SetBackupCopyPaused', ...orders, paused: true });
    world.advance(2 * dayMs);
    return 'orders';
  },
  'copied to another region than before': (world, serviceType) => {
    if (serviceTypes.find(({ name }) => name === serviceType)?.backupRegion === 'unsupported') return 'orders';
    const userConfig = { additional_backup_regions: ['google-europe-west3'] };
    world.run({ type: 'UpdateService', ...orders, userConfig });
    return 'orders';
  },
  migrating: (world) => {
    world.run({ type: 'UpdateService', ...orders, cloud: 'google-europe-west3' });
    return 'orders';
  },
  'powered off': (world) => {
    world.run({ type: 'UpdateService', ...orders, powered: false });
    return 'orders';
  },
  'about to be removed': (world) => {
    world.run({ type: 'UpdateService', ...orders, powered: false });
    world.advance(175 * dayMs);
    return 'orders';
  },
  'without its cloud': (world) => {
    world.run({ type: 'SetCloudDown', cloud: 'google-europe-west1', down: true });
    return 'orders';
  },
  'without the cloud of its copies': (world) => {
    world.run({ type: 'SetCloudDown', cloud: 'google-europe-west4', down: true });
    return 'orders';
  },
};

/** What clients read without asking whether it is there. @see terraform-provider-aiven and aiven-client (read 2026-11-20) */
const readUnasked: Shape = {
  service: {
    maintenance: { dow: 'string', time: 'string', enabled: 'boolean', updates: ['any'] },
    connection_info: {},
    service_uri_params: {},
    backups: [{ backup_name: 'string', backup_time: 'string', data_size: 'integer', storage_location: 'string' }],
    node_states: [{ name: 'string', state: 'string', progress_updates: [{ phase: 'string', completed: 'boolean' }] }],
    node_count: 'integer',
    node_cpu_count: 'integer',
    node_memory_mb: 'number',
    disk_space_mb: 'integer',
    components: [{ component: 'string', host: 'string', port: 'integer', route: 'string', usage: 'string' }],
    databases: ['string'],
    users: [{ username: 'string', type: 'string', password: 'string' }],
    connection_pools: ['any'],
    service_notifications: [{ level: 'notice|warning', message: 'string', metadata: {}, type: 'string' }],
    features: {},
    metadata: {},
    tags: {},
    tech_emails: ['any'],
  },
};

const ofOneService = ['ServiceGet', 'ServiceList', 'ServiceBackupsGet', 'ServiceUserGet', 'ServiceIntegrationList'];
const types = ['pg', 'mysql', 'opensearch', 'valkey', 'clickhouse', 'kafka', 'grafana', 'cassandra', 'flink'];

test.each(Object.keys(states))('a service that is %s answers every field that is documented', async (state) => {
  const found: string[] = [];
  for (const serviceType of types) {
    const server = opened({ profile: 'realistic' });
    const { world } = server;
    const type = serviceTypes.find(({ name }) => name === serviceType);
    const userConfig =
      type?.backupRegion === 'unsupported' ? {} : { additional_backup_regions: ['google-europe-west4'] };
    const version = type?.versionKey === undefined ? {} : { [type.versionKey]: type.versions.at(0)?.version ?? '' };
    world.run(aCreate({ serviceType, plan: planOf(serviceType), userConfig: { ...userConfig, ...version } }));
    world.advance(3 * dayMs);
    const service = states[state]?.(world, serviceType) ?? '';
    const parts = { project: 'demo', service, username: type?.adminUser ?? '' };
    for (const id of ofOneService) {
      const faults = await faultsIn(server, id, server.token('admin'), parts);
      found.push(...faults.map((fault) => `${serviceType}: ${fault}`));
    }
    const { text } = await ask(server, 'ServiceGet', server.token('admin'), parts);
    found.push(...missingFields(JSON.parse(text) as JsonValue, readUnasked, serviceType));
  }
  expect(found).toEqual([]);
});

test('the times of creation, of the newest change and of the power-off are three', async () => {
  const server = opened();
  const { world } = server;
  world.run(aCreate());
  world.advance(3 * dayMs);
  world.run({ type: 'UpdateService', ...orders, powered: false });
  world.advance(dayMs);
  world.run({ type: 'UpdateService', ...orders, userConfig: { backup_hour: 5 } });
  const { text } = await ask(server, 'ServiceGet', server.token('admin'), orders);
  expect(JSON.parse(text)).toMatchObject({
    service: {
      create_time: '2026-11-01T00:00:00Z',
      update_time: '2026-11-05T00:00:00Z',
      forkcast: { powered_off_since: '2026-11-04T00:00:00Z', removed_at: '2027-05-03T00:00:00Z' },
    },
  });
});
