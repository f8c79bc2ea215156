import { anOrdersBody, aServedRegistry, codeOf, collection, field } from '../registry/http/a-registry';

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

  test('is neither renamed nor moved, and says so by what was asked', () => {
    const { ask } = aServedRegistry();
    for (const body of [{ project_name: 'other' }, { account_id: 'initech' }]) {
      const answer = ask('PUT', '/v1/project/demo', body);
      expect(codeOf(answer)).toBe('400 operation_not_simulated');
      expect(JSON.stringify(answer.body)).toContain(Object.values(body).join());
    }
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
