import type { JsonValue } from '../../../src/domain';
import { anOrdersBody, aServedRegistry, codeOf, collection } from './a-registry';

const orders = `${collection}/orders`;

const aRegistryWithOrders = () => {
  const served = aServedRegistry();
  expect(served.ask('POST', collection, anOrdersBody()).status).toBe(200);
  return served;
};

describe('databases', () => {
  test('are listed, made and deleted', async () => {
    const { client } = aRegistryWithOrders();
    await client.createDatabase('demo', 'orders', 'billing');
    expect([...(await client.listDatabases('demo', 'orders'))].sort()).toEqual(['billing', 'defaultdb']);
    await expect(client.createDatabase('demo', 'orders', 'billing')).rejects.toMatchObject({
      status: 409,
      refusalCode: 'database_already_exists',
      registryMessage: expect.stringContaining('already exists'),
    });
    await client.deleteDatabase('demo', 'orders', 'billing');
    await expect(client.deleteDatabase('demo', 'orders', 'billing')).rejects.toMatchObject({ status: 404 });
  });

  test('of a type without them are refused', () => {
    const { ask } = aServedRegistry();
    ask('POST', collection, anOrdersBody({ service_type: 'valkey' }));
    expect(codeOf(ask('GET', `${orders}/db`))).toBe('400 databases_unsupported');
    expect(codeOf(ask('POST', `${orders}/db`, { database: 'x' }))).toBe('400 databases_unsupported');
  });

  test('of a service that is powered off fail as if to come back, and stand in the service all the same', async () => {
    const { ask, client } = aRegistryWithOrders();
    ask('PUT', orders, { powered: false });
    const answer = ask('GET', `${orders}/db`);
    expect(answer.status).toBe(503);
    expect(answer.body).toMatchObject({
      message: 'An error occurred. Please try again later. orders is powered off.',
    });
    expect((await client.getService('demo', 'orders'))?.databases).toEqual(['defaultdb']);
  });

  test('have any locale, of at most 128 characters', () => {
    const { ask } = aRegistryWithOrders();
    const body = { database: 'x', lc_collate: 'x'.repeat(129) };
    expect(codeOf(ask('POST', `${orders}/db`, body))).toBe('400 request_invalid');
    expect(ask('POST', `${orders}/db`, { ...body, lc_collate: 'x'.repeat(128) }).status).toBe(200);
  });
});

const here = { database: 'billing', username: 'ada', pool: 'web' };

describe('what is stated of the service', () => {
  const changes: readonly (readonly ['DELETE' | 'POST' | 'PUT', string, JsonValue])[] = [
    ['POST', `${orders}/db`, { database: 'more' }],
    ['DELETE', `${orders}/db/${here.database}`, null],
    ['POST', `${orders}/user`, { username: 'bob' }],
    ['PUT', `${orders}/user/${here.username}`, { operation: 'reset-credentials' }],
    ['PUT', `${orders}/user/${here.username}`, { operation: 'set-access-control', access_control: {} }],
    ['PUT', `${orders}/user/${here.username}/credentials/reset`, null],
    ['DELETE', `${orders}/user/${here.username}`, null],
    ['POST', `${orders}/connection_pool`, { pool_name: 'jobs', database: here.database }],
    ['PUT', `${orders}/connection_pool/${here.pool}`, { pool_size: 20 }],
    ['DELETE', `${orders}/connection_pool/${here.pool}`, null],
  ];

  test.each(changes)('holds for %s %s', (method, path, body) => {
    const { ask } = aRegistryWithOrders();
    ask('POST', `${orders}/db`, { database: here.database });
    ask('POST', `${orders}/user`, { username: here.username });
    ask('POST', `${orders}/connection_pool`, { pool_name: here.pool, database: 'defaultdb' });
    const shown = () => ask('GET', orders).body;
    const before = shown();
    for (const untrue of [
      'expect_incarnation=2',
      'expect_owner=somebody-else',
      'expect_created_at=2020-01-01T00:00:00Z',
    ])
      expect(codeOf(ask(method, `${path}?${untrue}`, body))).toBe('412 service_not_as_expected');
    expect(shown()).toEqual(before);
    expect(ask(method, `${path}?expect_incarnation=1&expect_owner=never`, body).status).toBe(200);
  });
});

describe('users', () => {
  test('are made, got, given new passwords and deleted', async () => {
    const { client, ask } = aRegistryWithOrders();
    const made = await client.createUser('demo', 'orders', 'ada');
    expect(made).toEqual({ username: 'ada', type: 'normal', password: expect.any(String) });
    await client.resetUserPassword('demo', 'orders', 'ada');
    const again = await client.getUser('demo', 'orders', 'ada');
    expect(again?.password).not.toBe(made.password);
    expect(ask('PUT', `${orders}/user/ada`, { operation: 'reset-credentials' }).status).toBe(200);
    expect((await client.getUser('demo', 'orders', 'ada'))?.password).not.toBe(again?.password);
    await client.deleteUser('demo', 'orders', 'ada');
    await expect(client.getUser('demo', 'orders', 'ada')).resolves.toBeUndefined();
  });

  test('get the password that is asked for, and so does a fork of later', async () => {
    const { client, ask, world } = aRegistryWithOrders();
    await client.createUser('demo', 'orders', 'ada');
    const password = 'p@ss/wörd: 42%';
    await client.resetUserPassword('demo', 'orders', 'ada', { password });
    expect((await client.getUser('demo', 'orders', 'ada'))?.password).toBe(password);
    const pool = { pool_name: 'p', database: 'defaultdb', username: 'ada' };
    await client.createPool('demo', 'orders', pool);
    const { service } = ask('GET', orders).body as { service: { connection_pools: { connection_uri: string }[] } };
    const { password: shown } = new URL(service.connection_pools[0]?.connection_uri ?? '');
    expect(decodeURIComponent(shown)).toBe(password);
    expect(JSON.stringify(world.store.read((reader) => reader.allEvents(0, 1_000)))).not.toContain(password);
    world.advance(2 * 86_400_000);
    const fork = { service_to_fork_from: 'orders' };
    ask('POST', collection, anOrdersBody({ service_name: 'copy', user_config: fork }));
    expect((await client.getUser('demo', 'copy', 'ada'))?.password).toBe(password);
    expect(codeOf(ask('PUT', `${orders}/user/ada`, { operation: 'reset-credentials', new_password: 'short' }))).toBe(
      '400 request_invalid',
    );
    await client.resetUserPassword('demo', 'orders', 'ada');
    expect((await client.getUser('demo', 'orders', 'ada'))?.password).toMatch(/^AVNS_/);
  });

  test.each([
    ['a user', '/user/avnadmin/credentials/reset'],
    ['a service', '/credentials/reset'],
  ])('get the password that is asked for by a reset of the credentials of %s, or a drawn one', async (_, path) => {
    const { client, ask } = aRegistryWithOrders();
    const passwordNow = async () => (await client.getUser('demo', 'orders', 'avnadmin'))?.password;
    expect(ask('PUT', `${orders}${path}`, { new_password: 'Abcdef123456' }).status).toBe(200);
    await expect(passwordNow()).resolves.toBe('Abcdef123456');
    for (const body of [undefined, null, {}, { new_password: null }]) {
      const before = await passwordNow();
      expect(ask('PUT', `${orders}${path}`, body).status).toBe(200);
      await expect(passwordNow()).resolves.toMatch(/^AVNS_/);
      await expect(passwordNow()).resolves.not.toBe(before);
    }
    const refused = ask('PUT', `${orders}${path}`, { new_password: 'short' });
    expect(codeOf(refused)).toBe('400 request_invalid');
    expect(JSON.stringify(refused.body)).not.toContain('"short"');
  });

  test.each(['grafana', 'flink'])('cannot be added to %s', (service_type) => {
    const { ask } = aServedRegistry();
    const plan = service_type === 'grafana' ? 'startup-1' : 'business-4';
    expect(ask('POST', collection, anOrdersBody({ service_type, plan })).status).toBe(200);
    expect(codeOf(ask('POST', `${orders}/user`, { username: 'ada' }))).toBe('400 users_unsupported');
    ask('PUT', orders, { powered: false });
    expect(codeOf(ask('POST', `${orders}/user`, { username: 'ada' }))).toBe('400 users_unsupported');
  });

  test.each([
    ['POST', '/user', { username: 'avnadmin' }, '409 user_already_exists'],
    ['POST', '/user', { username: '' }, '400 name_invalid'],
    ['DELETE', '/user/avnadmin', undefined, '400 user_is_administrator'],
    ['DELETE', '/user/nobody', undefined, '404 user_not_found'],
    ['GET', '/user/nobody', undefined, '404 user_not_found'],
    ['PUT', '/user/nobody/credentials/reset', undefined, '404 user_not_found'],
    ['PUT', '/user/avnadmin', { operation: 'set-access-control' }, '400 request_invalid'],
  ] as const)('%s %s is refused where it must be', (method, path, body, code) => {
    const { ask } = aRegistryWithOrders();
    expect(codeOf(ask(method, `${orders}${path}`, body))).toBe(code);
  });
});

describe('connection pools', () => {
  test('end with their user, and those of no user of their own stay', async () => {
    const { client } = aRegistryWithOrders();
    await client.createUser('demo', 'orders', 'ada');
    await client.createPool('demo', 'orders', { pool_name: 'hers', database: 'defaultdb', username: 'ada' });
    await client.createPool('demo', 'orders', { pool_name: 'all', database: 'defaultdb' });
    await client.deleteUser('demo', 'orders', 'ada');
    expect((await client.listPools('demo', 'orders')).map(({ pool_name }) => pool_name)).toEqual(['all']);
  });

  test('are made, listed and deleted', async () => {
    const { client } = aRegistryWithOrders();
    await client.createPool('demo', 'orders', {
      pool_name: 'p',
      database: 'defaultdb',
      username: 'avnadmin',
      pool_size: 5,
    });
    expect(await client.listPools('demo', 'orders')).toMatchObject([
      { pool_name: 'p', username: 'avnadmin', pool_size: 5, pool_mode: 'transaction' },
    ]);
    await client.deletePool('demo', 'orders', 'p');
    expect(await client.listPools('demo', 'orders')).toEqual([]);
  });

  test.each([
    ['POST', '/connection_pool', { pool_name: 'p', database: 'gone' }, '404 database_not_found'],
    ['POST', '/connection_pool', { pool_name: 'p', database: 'defaultdb', pool_size: 0 }, '400 request_invalid'],
    ['POST', '/connection_pool', { pool_name: 'p', database: 'defaultdb', pool_mode: 'x' }, '400 request_invalid'],
    ['DELETE', '/connection_pool/p', undefined, '404 pool_not_found'],
    ['PUT', '/connection_pool/p', {}, '404 pool_not_found'],
  ] as const)('%s %s is refused where it must be', (method, path, body, code) => {
    const { ask } = aRegistryWithOrders();
    expect(codeOf(ask(method, `${orders}${path}`, body))).toBe(code);
  });
});

describe('integrations', () => {
  test('are made, got at both ends and deleted', async () => {
    const { client, ask } = aRegistryWithOrders();
    ask('POST', collection, anOrdersBody({ service_name: 'metrics', service_type: 'thanos', plan: 'startup-4' }));
    const made = await client.createIntegration('demo', {
      integration_type: 'metrics',
      source_service: 'orders',
      dest_service: 'metrics',
      source_endpoint_id: null,
      dest_endpoint_id: null,
      user_config: {},
    });
    expect(made).toMatchObject({
      integration_type: 'metrics',
      source_project: 'demo',
      source_service: 'orders',
      dest_project: 'demo',
      dest_service: 'metrics',
      enabled: true,
      active: true,
    });
    const path = `/v1/project/demo/integration/${made.service_integration_id}`;
    expect(ask('GET', path).body).toMatchObject({ service_integration: { source_service: 'orders' } });
    expect(await client.listIntegrations('demo', 'metrics')).toMatchObject([
      { source_service: 'orders', dest_service: 'metrics' },
    ]);
    await client.deleteIntegration('demo', made.service_integration_id);
    expect(codeOf(ask('GET', path))).toBe('404 integration_not_found');
    expect(codeOf(ask('DELETE', path))).toBe('404 integration_not_found');
  });

  test('to an endpoint name it, and services stay empty there', async () => {
    const { client, world } = aRegistryWithOrders();
    const datadog = { name: 'our-datadog', endpointType: 'datadog', userConfig: { datadog_api_key: 'f00d' } };
    const outcome = world.registry.execute({ type: 'CreateEndpoint', project: 'demo', ...datadog });
    const id = outcome.kind === 'accepted' ? (outcome.id ?? '') : '';
    const made = await client.createIntegration('demo', {
      integration_type: 'datadog',
      source_service: 'orders',
      dest_endpoint_id: id,
    });
    expect(made).toMatchObject({ source_service: 'orders', dest_service: null, dest_endpoint_id: id });
  });

  test('to an endpoint that the project does not have are refused, alone or with a new service', () => {
    const { ask } = aRegistryWithOrders();
    const integration = { integration_type: 'datadog', dest_endpoint_id: 'nowhere' };
    const alone = { ...integration, source_service: 'orders' };
    expect(codeOf(ask('POST', '/v1/project/demo/integration', alone))).toBe('404 endpoint_not_found');
    const together = anOrdersBody({ service_name: 'watched', service_integrations: [integration] });
    expect(codeOf(ask('POST', collection, together))).toBe('404 endpoint_not_found');
  });

  test('of an unknown type, or with an end that is missing, are refused', () => {
    const { ask } = aRegistryWithOrders();
    const path = '/v1/project/demo/integration';
    const unknown = { integration_type: 'telepathy', source_service: 'orders', dest_service: 'orders' };
    expect(codeOf(ask('POST', path, unknown))).toBe('400 integration_type_unknown');
    expect(codeOf(ask('POST', path, { integration_type: 'metrics', source_service: 'orders' }))).toBe(
      '400 request_invalid',
    );
  });
});
