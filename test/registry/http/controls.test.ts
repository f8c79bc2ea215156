import * as z from 'zod/mini';
import { dayMs, hourMs, parseSnapshot, plans, clouds, serviceTypes, toRfc3339 } from '../../../src/domain';
import { answerRequest } from '../../../src/registry/http';
import { anOrdersBody, aServedRegistry, codeOf, collection } from './a-registry';

const ofOrders = '/v1/forkcast/project/demo/service/orders';

const aRegistryWithOrders = () => {
  const served = aServedRegistry();
  expect(served.ask('POST', collection, anOrdersBody()).status).toBe(200);
  return served;
};

describe('projects', () => {
  test('are listed, got and made in a named organization', async () => {
    const { client, ask } = aServedRegistry();
    expect((await client.listProjects()).map((project) => project.project_name)).toEqual(['demo', 'foreign', 'other']);
    await client.createOrganization('initech');
    await client.createProject({ project: 'tps', organization: 'initech', cloud: 'aws-eu-west-1' });
    expect(ask('GET', '/v1/project/tps').body).toMatchObject({
      project: {
        project_name: 'tps',
        organization_id: expect.stringMatching(/^org[0-9a-f]+$/u),
        account_id: 'initech',
        default_cloud: 'aws-eu-west-1',
        billing_emails: [],
        billing_extra_text: '',
        vat_id: '',
      },
    });
    expect(ask('GET', '/v1/project').body).toMatchObject({ project_membership: { tps: 'admin' } });
  });

  test.each([
    [{ project: 'demo', organization_id: 'acme' }, '409 project_already_exists'],
    [{ project: 'new', organization_id: 'nobody' }, '404 organization_not_found'],
    [{ project: 'new' }, '400 request_invalid'],
    [{ project: 'New', organization_id: 'acme' }, '400 project_name_invalid'],
    [{ project: 'new', organization_id: 'acme', cloud: 'eu-central-1' }, '400 cloud_unknown'],
  ])('a project that cannot be made is refused', (body, code) => {
    const { ask } = aServedRegistry();
    expect(codeOf(ask('POST', '/v1/project', body))).toBe(code);
  });

  test('an organization that is taken is refused', () => {
    const { ask } = aServedRegistry();
    const answer = ask('POST', '/v1/forkcast/organization', { organization: 'acme' });
    expect(codeOf(answer)).toBe('409 organization_already_exists');
  });
});

describe('the catalogue', () => {
  const { ask, registry } = aServedRegistry();
  const read = (path: string) => ask('GET', path).body;

  test('lists clouds alike for all and for a project', () => {
    expect(read('/v1/project/demo/clouds')).toEqual(read('/v1/clouds'));
    const { clouds: listed } = z
      .object({ clouds: z.array(z.looseObject({ cloud_name: z.string() })) })
      .parse(read('/v1/clouds'));
    expect(listed).toHaveLength(clouds.length);
    expect(listed[0]).toEqual({
      cloud_name: expect.any(String),
      cloud_description: expect.any(String),
      geo_region: expect.any(String),
      provider: expect.any(String),
      provider_description: expect.any(String),
    });
  });

  test('gives a type unwrapped, with a schema of which each property has a type', () => {
    expect(read('/v1/project/demo/service-types/pg')).toMatchObject({
      description: 'PostgreSQL',
      default_version: '18',
      user_config_schema: {
        type: 'object',
        properties: {
          service_to_fork_from: { type: ['string', 'null'], maxLength: 64, createOnly: true },
          recovery_target_time: { type: 'string', maxLength: 32 },
          additional_backup_regions: { type: 'array', maxItems: 1, items: { type: 'string' } },
          ip_filter: { type: 'array', items: {} },
          backup_hour: { type: ['integer', 'null'], minimum: 0, maximum: 23 },
        },
      },
    });
    const schema = z.looseObject({
      user_config_schema: z.looseObject({
        properties: z.record(z.string(), z.looseObject({ type: z.union([z.string(), z.array(z.string())]) })),
      }),
    });
    for (const { name } of serviceTypes) schema.parse(read(`/v1/project/demo/service-types/${name}`));
  });

  test('gives the size of a plan unwrapped', () => {
    expect(read('/v1/project/demo/service-types/pg/plans/business-4')).toMatchObject({
      service_plan: 'business-4',
      service_type: 'pg',
      node_count: 2,
      disk_space_mb: expect.any(Number),
      backup_config: { interval: 24, max_count: 14, recovery_mode: 'pitr' },
    });
  });

  test('lists plans with what each cloud sells', () => {
    const answer = z
      .object({ service_plans: z.array(z.looseObject({ regions: z.record(z.string(), z.looseObject({})) })) })
      .parse(read('/v1/project/demo/service-types/pg/plans'));
    expect(answer.service_plans).toHaveLength(plans.filter((plan) => plan.type === 'pg').length);
    expect(answer.service_plans[0]?.regions['aws-eu-central-1']).toMatchObject({
      price_usd: expect.stringMatching(/^\d+\.\d+$/),
      node_cpu_count: expect.any(Number),
      node_memory_mb: expect.any(Number),
      disk_space_mb: expect.any(Number),
    });
  });

  test('lists the current types with and without plans', () => {
    const names = serviceTypes.filter((type) => !type.legacy).map((type) => type.name);
    const types = z.object({ service_types: z.record(z.string(), z.looseObject({})) });
    const typesAt = (path: string) => types.parse(answerRequest(registry, { method: 'GET', path }).body).service_types;
    expect(Object.keys(typesAt('/v1/service_types'))).toEqual(names);
    expect(typesAt('/v1/project/demo/service_types')['pg']).toHaveProperty('service_plans');
    expect(typesAt('/v1/project/demo/service-types')['pg']).not.toHaveProperty('service_plans');
  });
});

describe('the ledger', () => {
  test('is written, generated and read as it stood', async () => {
    const { client, world } = aRegistryWithOrders();
    await client.writeRow('demo', 'orders', { database: 'defaultdb', key: 'a', value: '1' });
    world.advance(hourMs);
    const then = toRfc3339(world.now());
    world.advance(hourMs);
    await client.writeRow('demo', 'orders', { database: 'defaultdb', key: 'a', value: '2' });
    await client.generateRows('demo', 'orders', { database: 'defaultdb', count: 5 });
    await client.updateService('demo', 'orders', { user_config: { backup_hour: 4 } });
    expect((await client.rows('demo', 'orders', { key: 'a' })).rows.map((row) => row.value)).toEqual(['1', '2']);
    expect(await client.rows('demo', 'orders', { at: then })).toMatchObject({
      at: then,
      total: 1,
      rows: [{ database: 'defaultdb', key: 'a', value: '1', written_at: '2026-11-01T00:00:00Z' }],
    });
    expect(await client.rows('demo', 'orders', { offset: 5, limit: 1 })).toMatchObject({ total: 7, rows: [{}] });
    const [before, now] = [await client.contents('demo', 'orders', then), await client.contents('demo', 'orders')];
    expect([before.row_count, now.row_count]).toEqual([1, 7]);
    expect(before.data_digest).not.toBe(now.data_digest);
    expect(before.config_digest).not.toBe(now.config_digest);
    expect([before.user_config?.['backup_hour'], now.user_config?.['backup_hour']]).toEqual([undefined, 4]);
    expect(now).toMatchObject({ databases: ['defaultdb'], users: ['avnadmin'], connection_pools: [] });
  });

  test.each([
    ['GET', '/rows?at=yesterday', undefined, '400 request_invalid'],
    ['GET', '/rows?at=2027-01-01T00:00:00Z', undefined, '400 request_invalid'],
    ['GET', '/contents?at=2020-01-01T00:00:00Z', undefined, '400 request_invalid'],
    ['GET', '/rows?limit=10001', undefined, '400 request_invalid'],
    ['GET', '/rows?offset=-1', undefined, '400 request_invalid'],
    ['POST', '/rows', { database: 'gone', key: 'a', value: '1' }, '404 database_not_found'],
    ['POST', '/rows', { database: 'defaultdb', key: 'a' }, '400 request_invalid'],
    ['POST', '/rows/generate', { database: 'defaultdb', count: 0 }, '400 request_invalid'],
  ] as const)('%s %s is refused where it must be', (method, path, body, code) => {
    const { ask } = aRegistryWithOrders();
    expect(codeOf(ask(method, `${ofOrders}${path}`, body))).toBe(code);
  });

  test('lineage stays known when the source is gone', async () => {
    const { client, ask, world } = aRegistryWithOrders();
    world.advance(hourMs);
    ask('POST', collection, anOrdersBody({ service_name: 'copy', user_config: { service_to_fork_from: 'orders' } }));
    expect((await client.lineage('demo', 'copy')).lineage).toMatchObject([
      { source_service: 'orders', source_incarnation: 1, source_live: true },
    ]);
    await client.deleteService('demo', 'orders');
    expect((await client.lineage('demo', 'copy')).lineage).toMatchObject([{ source_live: false }]);
    ask('POST', collection, anOrdersBody());
    expect((await client.lineage('demo', 'copy')).lineage).toMatchObject([{ source_live: false }]);
    await expect(client.lineage('demo', 'gone')).rejects.toMatchObject({ status: 404 });
  });
});

describe('the simulation', () => {
  test('its clock is read, stopped, sped up and advanced, and never goes back', async () => {
    const { client, world } = aServedRegistry();
    expect(await client.clock()).toEqual({ now: '2026-11-01T00:00:00Z', mode: 'frozen', factor: null });
    expect(await client.advanceClock(3 * dayMs)).toMatchObject({ now: '2026-11-04T00:00:00Z' });
    expect(await client.setClock({ mode: 'factor', factor: 60 })).toMatchObject({ mode: 'factor', factor: 60 });
    world.wall.set(world.wall.now() + 60_000);
    expect((await client.clock()).now).toBe('2026-11-04T01:00:00Z');
    expect(await client.setClock({ mode: 'real' })).toMatchObject({ mode: 'real', factor: null });
    expect(await client.setClock({ mode: 'frozen' })).toMatchObject({ mode: 'frozen' });
    await expect(client.advanceClock(-1)).rejects.toMatchObject({ refusalCode: 'clock_backwards' });
    await expect(client.setClock({ mode: 'factor', factor: 0 })).rejects.toMatchObject({
      refusalCode: 'clock_setting_invalid',
    });
    await expect(client.call('PUT', '/v1/forkcast/clock', { mode: 'sideways' })).rejects.toMatchObject({ status: 400 });
    await expect(client.call('POST', '/v1/forkcast/clock/advance', { by_ms: 1.5 })).rejects.toMatchObject({
      refusalCode: 'request_invalid',
    });
  });

  test('a cloud goes down and comes back', async () => {
    const { client } = aRegistryWithOrders();
    await client.setOutage('google-europe-west1', true);
    expect(await client.outages()).toEqual(['google-europe-west1']);
    await client.setOutage('google-europe-west1', false);
    expect(await client.outages()).toEqual([]);
    await expect(client.setOutage('moon-1', true)).rejects.toMatchObject({ refusalCode: 'cloud_unknown' });
  });

  test('status counts what there is', async () => {
    const { client } = aRegistryWithOrders();
    expect(await client.status()).toMatchObject({
      profile: 'instant',
      organizations: ['acme', 'globex'],
      projects: 3,
      services: 1,
      events: expect.any(Number),
      outages: [],
      clock: { mode: 'frozen', factor: null },
    });
  });

  test('a snapshot is a snapshot file', async () => {
    const { client, registry } = aRegistryWithOrders();
    const facts = parseSnapshot(await client.snapshot(), 'registry');
    expect(facts).toEqual({ ...registry.facts(), origin: 'registry' });
  });
});
