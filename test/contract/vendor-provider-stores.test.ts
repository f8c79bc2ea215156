import { X509Certificate, createPrivateKey } from 'node:crypto';
import type { JsonObject } from '../../src/domain';
import { anOrdersBody, aServedRegistry, codeOf, collection, field, listIn, textIn } from '../registry/http/a-registry';

/*
 * What the vendor's Terraform provider needs of things beside the purpose, which are kept as they are told: each test has the letter of
 * a cause that its own acceptance tests failed for.
 */

const orders = `${collection}/orders`;

const aRegistryWith = (part: JsonObject = {}) => {
  const served = aServedRegistry();
  expect(served.ask('POST', collection, anOrdersBody(part)).status).toBe(200);
  return served;
};

test('A6: secrets in settings come back as they were sent, to whoever may see them', () => {
  const auth = { auth_github: { client_id: 'id', client_secret: 'hush' } };
  const { ask } = aRegistryWith({ service_type: 'grafana', plan: 'startup-1', user_config: auth });
  const read = ask('GET', `${orders}?include_secrets=true`);
  expect(field(read.body, 'service').user_config).toMatchObject(auth);
  for (const [endpoint_type, user_config] of Object.entries({
    datadog: { datadog_api_key: 'k'.repeat(32) },
    external_postgresql: { host: 'h', port: 5432, username: 'u', password: 'p' },
    external_schema_registry: { url: 'https://r', authentication: 'basic', basic_auth_password: 'p' },
  })) {
    const made = ask('POST', '/v1/project/demo/integration_endpoint', {
      endpoint_name: endpoint_type,
      endpoint_type,
      user_config,
    });
    const id = textIn(field(made.body, 'service_integration_endpoint'), 'endpoint_id');
    const kept = ask('GET', `/v1/project/demo/integration_endpoint/${id}?include_secrets=true`);
    expect(field(kept.body, 'service_integration_endpoint')).toMatchObject({
      user_config,
      endpoint_config: user_config,
    });
  }
});

describe('S1: a static address', () => {
  const addresses = '/v1/project/demo/static-ips';
  const free = { service_name: '', state: 'created' };
  const made = (ask: ReturnType<typeof aServedRegistry>['ask'], cloud = 'google-europe-west1') => {
    const answer = ask('POST', addresses, { cloud_name: cloud, termination_protection: false });
    expect(answer).toMatchObject({ status: 200, body: { ...free, cloud_name: cloud, ip_address: expect.any(String) } });
    return textIn(field({ answer: answer.body }, 'answer'), 'static_ip_address_id');
  };

  test('is made, protected, given to a service, taken back and deleted', () => {
    const { ask } = aRegistryWith();
    const id = made(ask);
    expect(id).toMatch(/^ip[0-9a-f]{12}$/u);
    expect(ask('PATCH', `${addresses}/${id}`, { termination_protection: true }).body).toMatchObject({
      termination_protection: true,
    });
    expect(codeOf(ask('DELETE', `${addresses}/${id}`))).toBe('403 termination_protected');
    ask('PATCH', `${addresses}/${id}`, { termination_protection: false });
    const given = ask('POST', `${addresses}/${id}/association`, { service_name: 'orders' });
    expect(given.body).toMatchObject({ service_name: 'orders', state: 'assigned' });
    expect(codeOf(ask('DELETE', `${addresses}/${id}`))).toBe('409 record_in_use');
    expect(ask('DELETE', `${addresses}/${id}/association`).body).toMatchObject(free);
    expect(ask('DELETE', `${addresses}/${id}`).body).toMatchObject({ static_ip_address_id: id });
    expect(codeOf(ask('DELETE', `${addresses}/${id}`))).toBe('404 record_not_found');
    expect(ask('GET', addresses).body).toEqual({ static_ips: [] });
  });

  test('serves a service from its creation, and is free again when that ends', () => {
    const { ask } = aServedRegistry();
    const id = made(ask);
    expect(ask('POST', collection, anOrdersBody({ static_ips: [id] })).status).toBe(200);
    expect(listIn(ask('GET', addresses).body, 'static_ips')).toMatchObject([
      { service_name: 'orders', state: 'assigned' },
    ]);
    ask('DELETE', orders);
    expect(listIn(ask('GET', addresses).body, 'static_ips')).toMatchObject([free]);
    expect(ask('POST', collection, anOrdersBody()).status).toBe(200);
    expect(listIn(ask('GET', addresses).body, 'static_ips')).toMatchObject([free]);
  });

  test.each([
    ['that is not there', () => 'ip0'],
    ['in another cloud', (ask: ReturnType<typeof aServedRegistry>['ask']) => made(ask, 'aws-eu-west-1')],
    [
      'of another service',
      (ask: ReturnType<typeof aServedRegistry>['ask']) => {
        const id = made(ask);
        ask('POST', collection, anOrdersBody({ service_name: 'other', static_ips: [id] }));
        return id;
      },
    ],
  ])('%s is refused, and nothing is made', (_, idOf) => {
    const { ask } = aServedRegistry();
    const refusal = ask('POST', collection, anOrdersBody({ static_ips: [idOf(ask)] }));
    expect(codeOf(refusal)).toBe('400 static_ip_unusable');
    expect(codeOf(ask('GET', orders))).toBe('404 service_not_found');
  });
});

describe('P1: an account', () => {
  test('is made, listed beside those of the world, renamed and deleted', () => {
    const { ask } = aServedRegistry();
    const made = field(ask('POST', '/v1/account', { account_name: 'Initech' }).body, 'account');
    expect(made).toMatchObject({ account_name: 'Initech', parent_account_id: null, is_account_owner: true });
    const id = textIn(made, 'account_id');
    const organization = textIn(made, 'organization_id');
    expect(organization).toMatch(/^org[0-9a-f]+$/u);
    expect(made).toMatchObject({ root_account_id: id });
    const listed = listIn(ask('GET', '/v1/account').body, 'accounts');
    expect(listed.map(({ account_name: name }) => name)).toEqual(['acme', 'globex', 'Initech']);
    expect(listed[0]).toMatchObject({ account_id: 'acme', organization_id: expect.stringMatching(/^org[0-9a-f]+$/u) });
    expect(field(ask('PUT', `/v1/account/${id}`, { account_name: 'Next' }).body, 'account')).toMatchObject({
      account_id: id,
      account_name: 'Next',
    });
    expect(ask('GET', `/v1/organization/${organization}`).body).toMatchObject({
      account_id: id,
      organization_name: 'Next',
    });
    expect(listIn(ask('GET', '/v1/organizations').body, 'organizations')).toHaveLength(3);
    expect(ask('DELETE', `/v1/account/${id}`).status).toBe(200);
    expect(codeOf(ask('GET', `/v1/account/${id}`))).toBe('404 organization_not_found');
  });

  test('of the world is renamed, keeps its projects, and stays', () => {
    const { ask } = aServedRegistry();
    expect(ask('PUT', '/v1/account/acme', { account_name: 'Acme Corporation' }).status).toBe(200);
    expect(field(ask('GET', '/v1/project/demo').body, 'project')).toMatchObject({
      account_id: 'acme',
      account_name: 'Acme Corporation',
    });
    expect(codeOf(ask('DELETE', '/v1/account/acme'))).toBe('400 operation_not_simulated');
  });

  test('with a unit or a project stays, and forks go between its units', () => {
    const { ask, world } = aRegistryWith();
    const unit = field(ask('POST', '/v1/account', { account_name: 'u', parent_account_id: 'acme' }).body, 'account');
    const id = textIn(unit, 'account_id');
    expect(unit).toMatchObject({ parent_account_id: 'acme', root_account_id: 'acme' });
    expect(ask('POST', '/v1/project', { project: 'shop', account_id: id }).status).toBe(200);
    expect(codeOf(ask('DELETE', `/v1/account/${id}`))).toBe('409 record_in_use');
    expect(world.registry.facts().projects.get('shop')?.organization).toBe('acme');
    world.advance(86_400_000);
    const from = { service_to_fork_from: 'orders', project_to_fork_from: 'demo' };
    const fork = ask('POST', '/v1/project/shop/service', anOrdersBody({ service_name: 'copy', user_config: from }));
    expect(fork.status).toBe(200);
  });
});

describe('P4: projects of an organization, and who pays for them', () => {
  test('are made, changed, renamed and deleted under either path', () => {
    const { ask } = aServedRegistry();
    const root = textIn(
      field(ask('POST', '/v1/account', { account_name: 'Initech' }).body, 'account'),
      'organization_id',
    );
    const group = field(
      ask('POST', '/v1/billing-group', { billing_group_name: 'main', account_id: root }).body,
      'billing_group',
    );
    expect(group).toMatchObject({ billing_group_name: 'main', account_name: 'Initech', billing_currency: 'USD' });
    const paid = textIn(group, 'billing_group_id');
    const asked = {
      ...{ project_id: 'shop', billing_group_id: paid, tags: { a: 'b' }, base_port: 15_500 },
      tech_emails: [{ email: 'ops@example.org' }],
    };
    const made = ask('POST', `/v1/organization/${root}/projects`, asked);
    expect(made.body).toMatchObject({ ...asked, organization_id: root, parent_id: root });
    expect(field(ask('GET', '/v1/project/shop').body, 'project')).toMatchObject({
      billing_group_id: paid,
      billing_group_name: 'main',
    });
    expect(codeOf(ask('DELETE', `/v1/billing-group/${paid}`))).toBe('409 record_in_use');
    const one = `/v1/organization/${root}/project`;
    expect(ask('PATCH', `${one}/shop`, { project_name: 'store', tags: {} }).body).toMatchObject({
      ...{ project_id: 'store', tags: {}, billing_group_id: paid, base_port: 15_500 },
    });
    expect(ask('GET', `/v1/organization/${root}/projects`).body).toMatchObject({ total_project_count: 1 });
    expect(ask('DELETE', `${one}/store`).status).toBe(200);
    expect(codeOf(ask('GET', `${one}/store`))).toBe('404 project_not_found');
    expect(ask('DELETE', `/v1/billing-group/${paid}`).status).toBe(200);
    expect(codeOf(ask('GET', `/v1/billing-group/${paid}`))).toBe('404 record_not_found');
  });

  test('a group made from another one has what that was told, and its own on top', () => {
    const { ask } = aServedRegistry();
    const make = (body: JsonObject) => ask('POST', '/v1/billing-group', body);
    const told = { account_id: 'acme', billing_group_name: 'main', billing_currency: 'EUR', company: 'Acme' };
    const copied = { copy_from_billing_group: textIn(field(make(told).body, 'billing_group'), 'billing_group_id') };
    expect(
      field(make({ ...copied, billing_group_name: 'copy', company: 'Acme 2' }).body, 'billing_group'),
    ).toMatchObject({ billing_group_name: 'copy', billing_currency: 'EUR', company: 'Acme 2', account_id: 'acme' });
    expect(codeOf(make({ copy_from_billing_group: 'gone', billing_group_name: 'c' }))).toBe('404 record_not_found');
  });

  test('a project that was told no group has the primary one of its organization, which stays', () => {
    const { ask } = aServedRegistry();
    const payerOf = (project: string) =>
      textIn(field(ask('GET', `/v1/project/${project}`).body, 'project'), 'billing_group_id');
    const primary = payerOf('demo');
    expect(field(ask('GET', '/v1/account/acme').body, 'account')).toMatchObject({ primary_billing_group_id: '' });
    const one = `/v1/billing-group/${primary}`;
    const projects = listIn(ask('GET', `${one}/projects`).body, 'projects');
    expect(projects.map(({ project_name: name }) => name)).toContain('demo');
    expect(ask('PUT', one, { company: 'Acme' }).body).toMatchObject({
      billing_group: { company: 'Acme', billing_group_name: 'Primary of acme', account_id: 'acme' },
    });
    expect(ask('PUT', one, { company: 'Acme 2' }).status).toBe(200);
    expect(codeOf(ask('DELETE', one))).toBe('409 record_in_use');
    const made = ask('POST', '/v1/billing-group', { billing_group_name: 'main', account_id: 'acme' });
    const other = textIn(field(made.body, 'billing_group'), 'billing_group_id');
    expect(ask('POST', `/v1/billing-group/${other}/projects-assign`, { projects_names: ['demo'] }).status).toBe(200);
    expect(payerOf('demo')).toBe(other);
    const copied = { project: 'copy', copy_from_project: 'demo', cloud: 'aws-eu-west-1' };
    expect(ask('POST', '/v1/project', copied).body).toMatchObject({
      project: { project_name: 'copy', billing_group_id: other, default_cloud: 'aws-eu-west-1', account_id: 'acme' },
    });
    expect(codeOf(ask('POST', '/v1/project', { project: 'b', copy_from_project: 'gone' }))).toBe(
      '404 project_not_found',
    );
    expect(codeOf(ask('POST', `${one}/projects-assign`, { projects_names: ['gone'] }))).toBe('404 project_not_found');
  });

  test('take no group and no parent of another organization, in the words that clients look for', () => {
    const { ask } = aServedRegistry();
    const other = textIn(field(ask('POST', '/v1/account', { account_name: 'Other' }).body, 'account'), 'account_id');
    const group = field(
      ask('POST', '/v1/billing-group', { billing_group_name: 'g', account_id: other }).body,
      'billing_group',
    );
    const acme = '/v1/organization/acme/project/demo';
    for (const body of [{ billing_group_id: textIn(group, 'billing_group_id') }, { parent_id: other }]) {
      const refusal = ask('PATCH', acme, body);
      expect(codeOf(refusal)).toBe('400 organization_mismatch');
      expect(JSON.stringify(refusal.body)).toContain('Resources must belong to the same organization');
    }
  });
});

test('U1: a step of an upgrade pipeline is kept, changed, validated and deleted', () => {
  const { ask } = aRegistryWith();
  ask('POST', collection, anOrdersBody({ service_name: 'next' }));
  const steps = '/v1/organization/acme/upgrade-pipeline/steps';
  const ends = {
    ...{ source_project_name: 'demo', source_service_name: 'orders' },
    ...{ destination_project_name: 'demo', destination_service_name: 'next' },
  };
  const made = ask('POST', steps, ends);
  expect(made.body).toMatchObject({ ...ends, auto_validation_delay_days: 7, last_validation: null });
  const one = `${steps}/${textIn(field({ body: made.body }, 'body'), 'step_id')}`;
  expect(ask('PATCH', one, { auto_validation_delay_days: 3 }).body).toMatchObject({ auto_validation_delay_days: 3 });
  expect(ask('POST', `${orders}/upgrade-validation`, { comment: 'fine' }).status).toBe(200);
  expect(ask('GET', steps).body).toMatchObject({ steps: [{ last_validation: { comment: 'fine' } }] });
  expect(ask('DELETE', one).status).toBe(200);
  expect(codeOf(ask('GET', one))).toBe('404 record_not_found');
  expect(codeOf(ask('POST', steps, { ...ends, source_service_name: 'gone' }))).toBe('404 service_not_found');
});

describe('O1, O2: an OpenSearch', () => {
  const search = { service_type: 'opensearch' };
  const acl = `${orders}/opensearch/acl`;

  test('has access rules, none at first, that are replaced and changed', () => {
    const { ask } = aRegistryWith(search);
    const none = { enabled: false, extended_acl: false, extendedAcl: false, acls: [] };
    expect(ask('GET', acl).body).toEqual({ opensearch_acl_config: none });
    const acls = [{ username: 'ada', rules: [{ index: '_*', permission: 'read' }] }];
    expect(ask('POST', acl, { opensearch_acl_config: { enabled: true, acls } }).body).toEqual({
      opensearch_acl_config: { ...none, enabled: true, acls },
    });
    expect(ask('PUT', acl, { opensearch_acl_config: { extendedAcl: true } }).body).toEqual({
      opensearch_acl_config: { enabled: true, extended_acl: true, extendedAcl: true, acls },
    });
    ask('DELETE', orders);
    expect(codeOf(ask('GET', acl))).toBe('404 service_not_found');
    ask('POST', collection, anOrdersBody(search));
    expect(ask('GET', acl).body).toEqual({ opensearch_acl_config: none });
  });

  test('has an administrator of its security plugin, who has the password that was asked for', () => {
    const { ask, service } = aRegistryWith(search);
    const security = `${orders}/opensearch/security`;
    expect(ask('GET', security).body).toMatchObject({ security_plugin_admin_enabled: false });
    const on = { security_plugin_available: true, security_plugin_enabled: true, security_plugin_admin_enabled: true };
    expect(ask('POST', `${security}/admin`, { admin_password: 'First-12345' }).body).toEqual(on);
    expect(codeOf(ask('POST', `${security}/admin`, { admin_password: 'First-12345' }))).toBe('409 user_already_exists');
    const wrong = { admin_password: 'Wrong-12345', new_password: 'Second-12345' };
    expect(codeOf(ask('PUT', `${security}/admin`, wrong))).toBe('400 request_invalid');
    expect(ask('PUT', `${security}/admin`, { ...wrong, admin_password: 'First-12345' }).body).toEqual(on);
    expect(service('orders').users).toContainEqual(
      expect.objectContaining({ username: 'os-sec-admin', password: 'Second-12345' }),
    );
  });
});

describe('C1: a ClickHouse', () => {
  const house = { service_type: 'clickhouse', plan: 'startup-16' };

  test('has databases, two of them required', () => {
    const { ask } = aRegistryWith(house);
    const databases = `${orders}/clickhouse/db`;
    expect(ask('POST', databases, { database: 'shop' }).status).toBe(200);
    expect(listIn(ask('GET', databases).body, 'databases')).toEqual([
      { name: 'default', engine: 'Replicated', required: true, state: 'ok' },
      { name: 'shop', engine: 'Replicated', required: false, state: 'ok' },
      { name: 'system', engine: 'Replicated', required: true, state: 'ok' },
    ]);
    expect(ask('DELETE', `${databases}/shop`).status).toBe(200);
    expect(codeOf(ask('DELETE', `${databases}/shop`))).toBe('404 database_not_found');
  });

  test('has users with an id, and the password that was asked for or one that is drawn', () => {
    const { ask } = aRegistryWith(house);
    const users = `${orders}/clickhouse/user`;
    const made = field(ask('POST', users, { name: 'ada', password: 'Given-12345' }).body, 'user');
    expect(made).toMatchObject({ name: 'ada', password: 'Given-12345', required: false, roles: [], privileges: [] });
    expect(field(ask('POST', users, { name: 'bob' }).body, 'user')).toMatchObject({ password: expect.any(String) });
    const listed = listIn(ask('GET', users).body, 'users');
    expect(listed.map(({ name, required, password }) => [name, required, password])).toEqual([
      ['avnadmin', true, undefined],
      ['ada', false, undefined],
      ['bob', false, undefined],
    ]);
    const one = `${users}/${textIn(made, 'uuid')}`;
    expect(ask('PUT', `${one}/password`, { password: 'Other-12345' }).body).toEqual({ password: 'Other-12345' });
    const drawn = ask('PUT', `${one}/password`, { password: null });
    expect(drawn.body).toEqual({ password: expect.stringMatching(/^AVNS_/u) });
    expect(ask('DELETE', one).status).toBe(200);
    expect(codeOf(ask('DELETE', one))).toBe('404 user_not_found');
  });

  test('is none where the service is of another type', () => {
    const { ask } = aRegistryWith();
    expect(codeOf(ask('GET', `${orders}/clickhouse/db`))).toBe('400 type_unsuitable');
  });
});

test('K2: users of a Kafka have a certificate of the project and its key', () => {
  const { ask, service } = aRegistryWith({ service_type: 'kafka' });
  ask('POST', `${orders}/user`, { username: 'ada' });
  const { users, connection_info: info } = service('orders');
  const [admin, ada] = listIn({ users: users ?? null }, 'users');
  const ca = field({ ca: ask('GET', '/v1/project/demo/kms/ca').body }, 'ca');
  const authority = new X509Certificate(textIn(ca, 'certificate'));
  for (const [user, name] of [
    [admin, 'avnadmin'],
    [ada, 'ada'],
  ] as const) {
    const own = new X509Certificate(textIn(user ?? {}, 'access_cert'));
    expect([own.subject, own.checkIssued(authority), own.verify(authority.publicKey)]).toEqual([
      `CN=${name}`,
      true,
      true,
    ]);
    expect(own.checkPrivateKey(createPrivateKey(textIn(user ?? {}, 'access_key')))).toBe(true);
    expect(user).toMatchObject({ access_cert_not_valid_after_time: '2049-12-31T23:59:59Z' });
  }
  expect(info).toMatchObject({ kafka_access_cert: admin?.access_cert, kafka_access_key: admin?.access_key });
  const hidden = ask('GET', `${orders}/user/ada?include_secrets=false`);
  expect(field(hidden.body, 'user')).toMatchObject({ access_key: '<redacted>' });
});

test('K4: topics of a Kafka are listed, made, read, changed and deleted', () => {
  const { ask } = aRegistryWith({ service_type: 'kafka' });
  const topics = `${orders}/topic`;
  expect(ask('GET', topics).body).toEqual({ topics: [] });
  const asked = { topic_name: 't', partitions: 3, replication: 2, config: { retention_ms: 1000 } };
  expect(ask('POST', topics, asked).status).toBe(200);
  expect(codeOf(ask('POST', topics, asked))).toBe('409 record_already_exists');
  expect(ask('GET', topics).body).toMatchObject({ topics: [{ topic_name: 't', partitions: 3, replication: 2 }] });
  const whole = {
    topic_name: 't',
    state: 'ACTIVE',
    config: { retention_ms: { value: 1000, source: 'topic_config', synonyms: [] } },
  };
  expect(ask('GET', `${topics}/t`).body).toMatchObject({ topic: whole });
  expect(ask('PUT', `${topics}/t`, { partitions: 4 }).status).toBe(200);
  const named = ask('POST', topics.replace('/v1/', '/v2/'), { topic_names: ['t', 'x'] });
  expect(listIn(named.body, 'topics').map(({ partitions }) => partitions)).toEqual([
    [0, 1, 2, 3].map((partition) => expect.objectContaining({ partition }) as unknown),
  ]);
  expect(ask('DELETE', `${topics}/t`).status).toBe(200);
  expect(codeOf(ask('GET', `${topics}/t`))).toBe('404 record_not_found');
});

test('I1: every type of endpoint and of integration that the client knows is taken', () => {
  const { ask } = aRegistryWith();
  ask('POST', collection, anOrdersBody({ service_name: 'other' }));
  for (const endpoint_type of [
    'external_azure_blob_storage',
    'external_google_cloud_bigquery',
    'external_object_storage_config',
    'external_redis',
    'opentelemetry',
  ]) {
    const made = ask('POST', '/v1/project/demo/integration_endpoint', {
      ...{ endpoint_name: endpoint_type, endpoint_type, user_config: {} },
    });
    expect([endpoint_type, made.status]).toEqual([endpoint_type, 200]);
  }
  for (const integration_type of ['clickhouse_credentials', 'internal_connectivity', 'vector', 'thanos_migrate']) {
    const body = { integration_type, source_service: 'orders', dest_service: 'other' };
    expect([integration_type, ask('POST', '/v1/project/demo/integration', body).status]).toEqual([
      integration_type,
      200,
    ]);
  }
});

describe('backup_retention_days', () => {
  const days = (served: ReturnType<typeof aRegistryWith>): number => {
    const { backups } = served.service('orders');
    return listIn({ backups: backups ?? null }, 'backups').length;
  };

  test('keeps backups of so many days, in place of as many as the plan keeps', () => {
    const served = aRegistryWith({ user_config: { backup_retention_days: 3 } });
    served.world.advance(20 * 86_400_000);
    expect(days(served)).toBe(3);
    expect(served.ask('PUT', orders, { user_config: { backup_retention_days: 30 } }).status).toBe(200);
    served.world.advance(2 * 86_400_000);
    expect(days(served)).toBe(5);
    served.ask('PUT', orders, { user_config: { backup_retention_days: 1 } });
    expect(days(served)).toBe(1);
    served.ask('PUT', orders, { user_config: { backup_retention_days: null } });
    served.world.advance(30 * 86_400_000);
    expect(days(served)).toBe(14);
  });

  test('goes with a fork, and an instant before its window is refused', () => {
    const served = aRegistryWith({ user_config: { backup_retention_days: 2 } });
    served.world.advance(20 * 86_400_000);
    const from = { service_to_fork_from: 'orders' };
    const early = new Date(served.world.now() - 4 * 86_400_000).toISOString();
    const refused = served.ask(
      'POST',
      collection,
      anOrdersBody({ service_name: 'copy', user_config: { ...from, recovery_target_time: early } }),
    );
    expect(codeOf(refused)).toBe('400 recovery_time_out_of_range');
    const made = served.ask('POST', collection, anOrdersBody({ service_name: 'copy', user_config: from }));
    expect(field(made.body, 'service').user_config).toMatchObject({ backup_retention_days: 2 });
  });

  test.each([0, 31, 1.5, '7'])('is no %p', (value) => {
    const { ask } = aServedRegistry();
    const body = anOrdersBody({ user_config: { backup_retention_days: value } });
    expect(codeOf(ask('POST', collection, body))).toBe('400 user_config_value_invalid');
  });
});

test('a database takes any locale: the description has free text', () => {
  const { ask } = aRegistryWith();
  const body = { database: 'shop', lc_collate: 'de_DE.UTF-8', lc_ctype: 'C' };
  expect(ask('POST', `${orders}/db`, body).status).toBe(200);
});
