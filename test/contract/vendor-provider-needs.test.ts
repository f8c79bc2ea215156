import { dayMs, defaultCatalogue, hourMs, type JsonObject } from '../../src/domain';
import { anOrdersBody, aServedRegistry, codeOf, collection, field, textIn } from '../registry/http/a-registry';

/*
 * What the vendor's Terraform provider needs beyond the contract: each test has the letter of a cause that its own acceptance
 * tests failed for.
 */

const orders = `${collection}/orders`;

const aRegistryWith = (part = {}) => {
  const served = aServedRegistry();
  expect(served.ask('POST', collection, anOrdersBody(part)).status).toBe(200);
  return served;
};

describe('A1: a PostgreSQL tells how many may be connected', () => {
  test.each([
    ['free-1-1gb', 20],
    ['developer-1', 15],
    ['hobbyist', 25],
    ['startup-4', 100],
    ['business-8', 200],
    ['premium-16', 400],
    ['business-32', 800],
    ['business-64', 1_000],
  ])('on %s: %d', (plan, connections) => {
    const { ask } = aServedRegistry();
    const made = ask('POST', collection, anOrdersBody({ plan, cloud: null }));
    expect(field(field(made.body, 'service'), 'metadata')).toEqual({ max_connections: connections });
  });

  test('its own setting is told, and other types tell nothing', () => {
    const { service } = aRegistryWith({ user_config: { pg: { max_connections: 77 } } });
    expect(service('orders').metadata).toEqual({ max_connections: 77 });
    const valkey = aRegistryWith({ service_type: 'valkey' });
    expect(valkey.service('orders').metadata).toEqual({});
  });
});

describe('A2: contact addresses', () => {
  const [ops, dba] = [{ email: 'ops@example.org' }, { email: 'dba@example.org' }];

  test('of a new service are shown, stay when absent, and are replaced as a list', () => {
    const { ask, service } = aRegistryWith({ tech_emails: [ops] });
    expect(service('orders').tech_emails).toEqual([ops]);
    ask('PUT', orders, { powered: true });
    expect(service('orders').tech_emails).toEqual([ops]);
    ask('PUT', orders, { tech_emails: [dba, ops] });
    expect(service('orders').tech_emails).toEqual([dba, ops]);
    ask('PUT', orders, { tech_emails: [] });
    expect(service('orders').tech_emails).toEqual([]);
  });

  test('are ten at most', () => {
    const { ask } = aRegistryWith();
    expect(codeOf(ask('PUT', orders, { tech_emails: Array.from({ length: 11 }, () => ops) }))).toBe(
      '400 request_invalid',
    );
  });
});

describe('K1, L1: plans that configurations name', () => {
  test.each([
    ['kafka', 'startup-4'],
    ['kafka', 'business-4'],
    ['clickhouse', 'startup-8'],
  ])('%s %s is sold, with a disk and its bounds', (type, plan) => {
    const { ask } = aRegistryWith({ service_type: type, plan });
    const { body } = ask('GET', `/v1/project/demo/service-types/${type}/plans/${plan}`);
    expect(body).toMatchObject({ disk_space_mb: expect.any(Number), disk_space_cap_mb: expect.any(Number) });
  });
});

describe('P2, P3: a project', () => {
  const shop = '/v1/project/shop';

  test('is made with tags and contacts, changed and deleted', () => {
    const { ask } = aServedRegistry();
    const emails = [{ email: 'ops@example.org' }];
    const made = ask('POST', '/v1/project', {
      project: 'shop',
      account_id: 'acme',
      cloud: 'aws-eu-west-1',
      tags: { team: 'a' },
      tech_emails: null,
    });
    expect(field(made.body, 'project')).toMatchObject({
      project_name: 'shop',
      tags: { team: 'a' },
      tech_emails: [],
      available_credits: '0.00',
    });
    const changed = ask('PUT', shop, { project_name: 'shop', account_id: 'acme', tech_emails: emails });
    expect(field(changed.body, 'project')).toMatchObject({ tags: { team: 'a' }, tech_emails: emails });
    expect(ask('PUT', `${shop}/tags`, { tags: { team: 'b', tier: '1' } }).status).toBe(200);
    expect(ask('PATCH', `${shop}/tags`, { tags: { tier: null } }).status).toBe(200);
    expect(ask('GET', `${shop}/tags`).body).toEqual({ tags: { team: 'b' } });
    expect(ask('DELETE', shop).status).toBe(200);
    expect(codeOf(ask('GET', shop))).toBe('404 project_not_found');
    expect(codeOf(ask('DELETE', shop))).toBe('404 project_not_found');
    expect(field(ask('POST', '/v1/project', { project: 'shop', account_id: 'acme' }).body, 'project')).toMatchObject({
      tags: {},
    });
  });

  test('is renamed while it is empty, with all that it was told', () => {
    const { ask } = aServedRegistry();
    ask('POST', '/v1/project', { project: 'shop', account_id: 'acme', tags: { team: 'a' } });
    const renamed = ask('PUT', shop, { project_name: 'store' });
    expect(field(renamed.body, 'project')).toMatchObject({ project_name: 'store', tags: { team: 'a' } });
    expect(codeOf(ask('GET', shop))).toBe('404 project_not_found');
    expect(codeOf(ask('PUT', '/v1/project/store', { project_name: 'demo' }))).toBe('409 project_already_exists');
  });

  test('with a service keeps its name, and says so by what was asked', () => {
    const { ask } = aRegistryWith();
    const answer = ask('PUT', '/v1/project/demo', { project_name: 'shop' });
    expect(codeOf(answer)).toBe('400 operation_not_simulated');
    expect(JSON.stringify(answer.body)).toContain('project_name shop was asked of demo, which has service orders');
    expect(ask('GET', orders).status).toBe(200);
  });

  test('is moved to another account, with its services, but not with a free one', () => {
    const { ask, service } = aRegistryWith();
    const made = field(ask('POST', '/v1/account', { account_name: 'initech' }).body, 'account');
    const { account_id: account, organization_id: organization } = made;
    const moved = ask('PUT', '/v1/project/demo', { account_id: account ?? null });
    expect(field(moved.body, 'project')).toMatchObject({ account_id: account, organization_id: organization });
    expect(service('orders')).toMatchObject({ service_name: 'orders' });
    expect(codeOf(ask('PUT', '/v1/project/demo', { account_id: 'nobody' }))).toBe('404 organization_not_found');
    const free = { service_name: 'tiny', plan: 'free-1-1gb', cloud: null };
    expect(ask('POST', collection, anOrdersBody(free)).status).toBe(200);
    expect(codeOf(ask('PUT', '/v1/project/demo', { account_id: 'acme' }))).toBe('400 operation_not_simulated');
  });

  test('that is deleted takes its endpoints and addresses with it', () => {
    const { ask } = aServedRegistry();
    ask('POST', '/v1/project', { project: 'shop', account_id: 'acme' });
    const endpoint = { endpoint_name: 'logs', endpoint_type: 'rsyslog', user_config: { server: 'x', port: 514 } };
    expect(ask('POST', `${shop}/integration_endpoint`, endpoint).status).toBe(200);
    expect(ask('POST', `${shop}/static-ips`, { cloud_name: 'google-europe-west1' }).status).toBe(200);
    expect(ask('DELETE', shop).status).toBe(200);
    ask('POST', '/v1/project', { project: 'shop', account_id: 'acme' });
    expect(ask('GET', `${shop}/static-ips`).body).toEqual({ static_ips: [] });
    expect(ask('GET', `${shop}/integration_endpoint`).body).toEqual({ service_integration_endpoints: [] });
  });

  test('with a service that lives stays', () => {
    const { ask, service } = aRegistryWith();
    expect(codeOf(ask('DELETE', '/v1/project/demo'))).toBe('409 project_not_empty');
    expect(service('orders')).toMatchObject({ state: expect.any(String) });
  });
});

describe('null for a field that may be absent says that it is not given', () => {
  test('in a create and in an update', () => {
    const nothing = { service_integrations: null, tags: null, static_ips: null, tech_emails: null, copy_tags: null };
    const { ask, service } = aRegistryWith({ ...nothing, termination_protection: null, maintenance: { dow: null } });
    const before = service('orders');
    expect(
      ask('PUT', orders, { powered: null, plan: null, user_config: null, termination_protection: null }),
    ).toMatchObject({
      status: 200,
    });
    expect(service('orders')).toEqual(before);
  });

  test('what is required stays required, and null keeps its meaning where it has one', () => {
    const { ask } = aServedRegistry();
    expect(codeOf(ask('POST', collection, anOrdersBody({ service_name: null })))).toBe('400 request_invalid');
    const { ask: again, service } = aRegistryWith({ user_config: { backup_hour: 3 } });
    again('PUT', orders, { user_config: { backup_hour: null } });
    expect(field(service('orders'), 'user_config')).not.toHaveProperty('backup_hour');
  });
});

describe('A3: an integration of a replica that ends', () => {
  const follow = {
    service_name: 'near',
    service_integrations: [{ integration_type: 'read_replica', source_service: 'orders' }],
  };
  const near = `${collection}/near`;

  test('leaves a service of its own, with what it showed, and its own backups from then', () => {
    const { ask, world, service } = aRegistryWith();
    world.advance(hourMs);
    ask('POST', `${orders}/db`, { database: 'shop' });
    world.run({ type: 'WriteRow', project: 'demo', service: 'orders', database: 'shop', key: 'early', value: '1' });
    expect(ask('POST', collection, anOrdersBody(follow)).status).toBe(200);
    world.advance(dayMs);
    const [integration] = service('near').service_integrations as readonly [{ service_integration_id: string }];
    const held = service('near');
    expect(held.backups).toEqual([]);
    expect(ask('DELETE', `/v1/project/demo/integration/${integration.service_integration_id}`).status).toBe(200);
    expect(codeOf(ask('GET', `/v1/project/demo/integration/${integration.service_integration_id}`))).toBe(
      '404 integration_not_found',
    );
    world.run({ type: 'WriteRow', project: 'demo', service: 'orders', database: 'shop', key: 'late', value: '2' });
    expect(ask('POST', `${near}/db`, { database: 'own' }).status).toBe(200);
    world.advance(2 * dayMs);
    const promoted = service('near');
    expect([service('orders').service_integrations, promoted.service_integrations]).toEqual([[], []]);
    expect([promoted.users, promoted.databases]).toEqual([held.users, ['defaultdb', 'shop', 'own']]);
    expect(field(promoted, 'forkcast')).not.toHaveProperty('replica_of');
    expect(world.registry.contents({ project: 'demo', service: 'near' })?.rows.map(({ key }) => key)).toEqual([
      'early',
    ]);
    const times = (promoted.backups as readonly { readonly backup_time: string }[]).map((backup) => backup.backup_time);
    expect(times.length).toBeGreaterThan(0);
    expect(times.filter((at) => at < textIn(held, 'update_time'))).toEqual([]);
    const fork = { service_name: 'copy', user_config: { service_to_fork_from: 'near' } };
    expect(ask('POST', collection, anOrdersBody(fork)).status).toBe(200);
    expect(service('copy').databases).toEqual(['defaultdb', 'shop', 'own']);
  });
});

describe('A4: what a user may do', () => {
  const valkey = aRegistryWithValkey;
  const rules = { valkey_acl_categories: ['+@all'], valkey_acl_keys: ['*'], valkey_acl_channels: [] };

  function aRegistryWithValkey() {
    return aRegistryWith({ service_type: 'valkey' });
  }

  test('is kept and shown, an empty list too, and replaced as a whole', () => {
    const { ask, service } = valkey();
    const made = ask('POST', `${orders}/user`, { username: 'ada', access_control: rules });
    expect(field(made.body, 'user').access_control).toEqual(rules);
    expect(field(ask('GET', `${orders}/user/ada`).body, 'user').access_control).toEqual(rules);
    ask('PUT', `${orders}/user/ada`, { operation: 'reset-credentials', new_password: 'Abcdef123456' });
    expect(service('orders').users).toContainEqual(
      expect.objectContaining({ username: 'ada', password: 'Abcdef123456', access_control: rules }),
    );
    const next = { valkey_acl_commands: ['-get'] };
    const changed = ask('PUT', `${orders}/user/ada`, { operation: 'set-access-control', access_control: next });
    expect(field(changed.body, 'service').users).toContainEqual(
      expect.objectContaining({ username: 'ada', password: 'Abcdef123456', access_control: next }),
    );
  });

  test('of another type of service, or of nobody, is refused by name', () => {
    const { ask } = valkey();
    const replication = { pg_allow_replication: true };
    expect(codeOf(ask('POST', `${orders}/user`, { username: 'ada', access_control: replication }))).toBe(
      '400 request_invalid',
    );
    expect(codeOf(ask('GET', `${orders}/user/ada`))).toBe('404 user_not_found');
    const nobody = ask('PUT', `${orders}/user/ada`, { operation: 'set-access-control', access_control: rules });
    expect(codeOf(nobody)).toBe('404 user_not_found');
    ask('POST', `${orders}/user`, { username: 'ada', access_control: null });
    expect(codeOf(ask('PUT', `${orders}/user/ada`, { operation: 'set-access-control' }))).toBe('400 request_invalid');
  });

  test('goes with its user into a fork', () => {
    const { ask, world, service } = aRegistryWith();
    ask('POST', `${orders}/user`, { username: 'ada', access_control: { pg_allow_replication: true } });
    world.advance(dayMs);
    ask('POST', collection, anOrdersBody({ service_name: 'copy', user_config: { service_to_fork_from: 'orders' } }));
    expect(service('copy').users).toContainEqual(
      expect.objectContaining({ username: 'ada', access_control: { pg_allow_replication: true } }),
    );
  });
});

test('A5: an administrator has the password that was asked for, wherever it is shown', () => {
  const { service } = aRegistryWith({ user_config: { admin_username: 'root', admin_password: 'Abc-def_12345' } });
  const { users, service_uri: uri, service_uri_params: parameters } = service('orders');
  expect(users).toEqual([{ username: 'root', type: 'primary', password: 'Abc-def_12345' }]);
  expect(parameters).toMatchObject({ password: 'Abc-def_12345' });
  expect(uri).toContain(`root:${encodeURIComponent('Abc-def_12345')}@`);
});

test('I1: an autoscaler is an endpoint, and its integration shows in the service', () => {
  const { ask, service } = aRegistryWith();
  const settings = { autoscaling: [{ cap_gb: 200, type: 'autoscale_disk' }] };
  const endpoint = { endpoint_name: 'scaler', endpoint_type: 'autoscaler', user_config: settings };
  const made = ask('POST', '/v1/project/demo/integration_endpoint', endpoint);
  const kept = field(made.body, 'service_integration_endpoint');
  expect(kept).toMatchObject({ endpoint_type: 'autoscaler', user_config: settings });
  const { endpoint_id: id } = kept;
  const integration = { integration_type: 'autoscaler', source_service: 'orders', dest_endpoint_id: id ?? null };
  expect(ask('POST', '/v1/project/demo/integration', integration).status).toBe(200);
  expect(service('orders').service_integrations).toMatchObject([
    { integration_type: 'autoscaler', dest_endpoint_id: id },
  ]);
});

describe('K3: what is not simulated', () => {
  test.each([
    ['DELETE', '/acl/default'],
    ['GET', '/connectors'],
    ['DELETE', '/kafka/schema-registry/acl/default-sr-admin-config'],
  ] as const)('is not there to %s %s, by name', (method, path) => {
    const { ask } = aRegistryWith({ service_type: 'kafka' });
    const answer = ask(method, `${orders}${path}`);
    expect(codeOf(answer)).toBe('404 operation_not_simulated');
    expect(JSON.stringify(answer.body)).toMatch(/is not simulated by this registry|runs no Kafka Connect/u);
  });

  test('but a Kafka Connect tells that it has no connectors, for whoever waits until it does', () => {
    const { ask } = aRegistryWith({ service_type: 'kafka_connect', plan: 'startup-4' });
    expect(ask('GET', `${orders}/connectors`)).toMatchObject({ status: 200, body: { connectors: [] } });
  });

  test('is refused where it would be made', () => {
    const { ask } = aRegistryWith({ service_type: 'kafka' });
    expect(codeOf(ask('POST', `${orders}/connectors`, { name: 't' }))).toBe('400 operation_not_simulated');
  });
});

describe('K2, T1: what a service tells of its parts', () => {
  test('a Kafka: brokers by how clients sign in, parts that are on, and those that are public', () => {
    const settings = {
      kafka_rest: true,
      schema_registry: true,
      kafka_authentication_methods: { sasl: true },
      // Nothing opens what is not on.
      public_access: { kafka: true, kafka_connect: true },
    };
    const { service } = aRegistryWith({ service_type: 'kafka', user_config: settings });
    const { components, connection_info: info } = service('orders');
    const listed = components as readonly JsonObject[];
    expect(listed.map(({ component, route, kafka_authentication_method: how }) => [component, route, how])).toEqual([
      ['kafka', 'dynamic', 'certificate'],
      ['kafka', 'dynamic', 'sasl'],
      ['kafka_rest', 'dynamic', undefined],
      ['schema_registry', 'dynamic', undefined],
      ['kafka', 'public', undefined],
    ]);
    expect(new Set(listed.map(({ port }) => port)).size).toBe(5);
    expect(info).toMatchObject({
      kafka: [expect.any(String)],
      kafka_rest_uri: expect.stringMatching(/^https:\/\/avnadmin:/),
      schema_registry_uri: expect.stringMatching(/^https:/),
      kafka_connect_uri: expect.stringMatching(/^https:/),
    });
  });

  test('a Thanos: the addresses that queries and writes go to', () => {
    const type = [...defaultCatalogue.plans.values()].find((plan) => plan.type === 'thanos');
    const { service } = aRegistryWith({ service_type: 'thanos', plan: type?.name ?? '' });
    expect(service('orders').connection_info).toMatchObject({
      thanos: [expect.any(String)],
      query_frontend_uri: expect.any(String),
      query_uri: expect.any(String),
      receiver_remote_write_uri: expect.any(String),
    });
  });
});

describe('T2: settings with dots and dashes in their names', () => {
  const schemaOf = (type: string) => {
    const { ask } = aServedRegistry();
    const answer = ask('GET', `/v1/project/demo/service-types/${type}`);
    return field(field(answer.body, 'user_config_schema'), 'properties');
  };

  test('are published as the API spells them', () => {
    expect(Object.keys(schemaOf('thanos'))).toEqual(
      expect.arrayContaining(['query-frontend', 'receiver-ingesting', 'receiver-routing']),
    );
    expect(field(field(schemaOf('pg'), 'pg'), 'properties')).toMatchObject({
      'pg_stat_statements.track': { type: 'string' },
      'pg_partman_bgw.interval': { type: 'integer' },
    });
    expect(field(field(schemaOf('opensearch'), 'opensearch'), 'properties')).toMatchObject({
      'node.search.cache.size': { type: 'string' },
      segrep: { type: 'object', properties: { 'pressure.enabled': { type: 'boolean' } } },
    });
  });

  test('are taken as the API spells them, and no other way', () => {
    const plan = [...defaultCatalogue.plans.values()].find(({ type }) => type === 'thanos')?.name ?? '';
    const settings = { 'query-frontend': { 'query-range.align-range-with-step': false }, 'receiver-routing': {} };
    const { ask, service } = aRegistryWith({ service_type: 'thanos', plan, user_config: settings });
    expect(service('orders').user_config).toMatchObject(settings);
    const spelled = anOrdersBody({
      service_type: 'thanos',
      plan,
      service_name: 'b',
      user_config: { query_frontend: {} },
    });
    expect(ask('POST', collection, spelled).body).toMatchObject({ message: expect.stringContaining('query-frontend') });
  });
});
