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

  test('have one collation only', () => {
    const { ask } = aRegistryWithOrders();
    const body = { database: 'x', lc_collate: 'de_DE.UTF-8' };
    expect(codeOf(ask('POST', `${orders}/db`, body))).toBe('400 request_invalid');
    expect(ask('POST', `${orders}/db`, { ...body, lc_collate: 'en_US.UTF-8' }).status).toBe(200);
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
