import { findOperation, operations, unsimulatedOperations } from '../../../src/api';
import type { JsonValue } from '../../../src/domain';
import { anOrdersBody, aServedRegistry, codeOf, collection } from './a-registry';

describe('the table of operations', () => {
  test('has each method and path once', () => {
    const places = [...operations, ...unsimulatedOperations].map(({ method, path }) => `${method} ${path}`);
    expect(new Set(places).size).toBe(places.length);
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  });

  test.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s is found by its path',
    (_id, one) => {
      const path = one.path.replace(/\{(\w+)\}/g, 'x');
      expect(findOperation({ method: one.method, path: `${path}?limit=999` })).toMatchObject({
        kind: 'operation',
        operation: { id: one.id },
        query: { limit: '999' },
      });
    },
  );

  test('parts are decoded, and a doubled slash at the start counts as one', () => {
    const path = '//v1/project/demo/service/orders/db/a%2Fb';
    expect(findOperation({ method: 'DELETE', path })).toMatchObject({ parameters: { database: 'a/b' } });
  });
});

describe('a request that cannot be served', () => {
  const { ask } = aServedRegistry();

  test.each([
    ['GET', '/v1/nothing', '404 path_unknown'],
    ['GET', '/v1/project//tags', '404 path_unknown'],
    ['GET', '/v1/project/%ZZ', '404 path_unknown'],
    ['PATCH', '/v1/project/demo/service/orders', '405 method_not_allowed'],
    ['POST', '/v1/project/demo/vpcs', '400 operation_not_simulated'],
    ['GET', '/v1/project/demo/service/orders/available-connectors', '404 operation_not_simulated'],
    ['POST', '/v1/userauth', '400 operation_not_simulated'],
    ['GET', '/v1/project/nowhere', '404 project_not_found'],
    ['GET', '/v1/project/nowhere/service', '404 project_not_found'],
    ['GET', '/v1/project/nowhere/service/orders', '404 project_not_found'],
    ['GET', '/v1/project/demo/service-types/nothing', '404 service_type_unknown'],
    ['GET', '/v1/project/demo/service-types/pg/plans/nothing', '404 plan_unknown'],
    ['GET', '/v1/project/demo/integration/nothing', '404 integration_not_found'],
  ] as const)('%s %s is refused with %s', (method, path, code) => {
    expect(codeOf(ask(method, path))).toBe(code);
  });

  test('a wrong method names those that are allowed', () => {
    expect(ask('PATCH', '/v1/project/demo/service/orders').body).toMatchObject({
      message: 'PATCH is not allowed at /v1/project/demo/service/orders. Use DELETE or GET or PUT.',
    });
  });

  test('a service that is missing is told in the words that clients look for', () => {
    const answer = ask('GET', `${collection}/gone`);
    expect(codeOf(answer)).toBe('404 service_not_found');
    expect(answer.body).toMatchObject({ message: 'Service gone does not exist' });
  });

  test.each<[string, JsonValue | undefined, string]>([
    ['nothing', undefined, 'The body is missing'],
    ['a list', [], 'Body, whole: expected object, got []'],
    ['a number for a name', { ...anOrdersBody(), service_name: 7 }, 'Body, service_name: expected string, got 7'],
    ['an unknown field', { ...anOrdersBody(), plann: 'x' }, 'Body, whole: unknown field "plann"'],
    ['text for a disk', { ...anOrdersBody(), disk_space_mb: '90G' }, 'Body, disk_space_mb: expected number, got "90G"'],
    ['broken tags', { ...anOrdersBody(), tags: { a: 1 } }, 'Body, tags.a: expected string, got 1'],
    [
      'more to mail than ten',
      { ...anOrdersBody(), tech_emails: Array.from({ length: 11 }, () => ({ email: 'a@b' })) },
      'Body, tech_emails: expected at most 10 items',
    ],
  ])('a create with %s is a 400 that names the field', (_name, body, message) => {
    const { ask: fresh } = aServedRegistry();
    const answer = fresh('POST', collection, body);
    expect(codeOf(answer)).toBe('400 request_invalid');
    expect(answer.body).toMatchObject({ message: expect.stringContaining(message) });
  });

  test('a field that is known and not simulated is refused by its name', () => {
    const answer = ask('POST', collection, anOrdersBody({ cmk_id: '0b0e5ea8-0000-4000-8000-000000000000' }));
    expect(codeOf(answer)).toBe('400 operation_not_simulated');
    expect(answer.body).toMatchObject({ message: expect.stringContaining('cmk_id') });
  });

  test('no refusal of a create matches the wording that makes a client retry for a minute', () => {
    const { ask: fresh } = aServedRegistry();
    for (const user_config of [
      { service_to_fork_from: 'gone' },
      { service_to_fork_from: 'gone', project_to_fork_from: 'nowhere' },
      { service_to_fork_from: 'gone', project_to_fork_from: 'other' },
      { pg_service_to_fork_from: 'gone' },
    ]) {
      const answer = fresh('POST', collection, anOrdersBody({ user_config }));
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(JSON.stringify(answer.body)).not.toMatch(/Service \S+ does not exist/);
    }
  });

  test('a name that is taken is a 409 that says so in the words that clients look for', () => {
    const { ask: fresh } = aServedRegistry();
    fresh('POST', collection, anOrdersBody());
    const again = fresh('POST', collection, anOrdersBody());
    expect(codeOf(again)).toBe('409 service_already_exists');
    expect(again.body).toMatchObject({ message: expect.stringContaining('already exists') });
  });

  test('what the clients of the vendor always send is accepted', () => {
    const { ask: fresh } = aServedRegistry();
    const fromTerraform = {
      cloud: 'google-europe-west1',
      disk_space_mb: 81920,
      plan: 'business-4',
      project_vpc_id: null,
      service_integrations: [],
      service_name: 'orders',
      service_type: 'pg',
      static_ips: [],
      tech_emails: [],
      termination_protection: false,
      user_config: {},
    };
    expect(fresh('POST', `${collection}?limit=999`, fromTerraform).status).toBe(200);
    const fromCli = { ...fromTerraform, cloud: null, service_name: 'second' };
    expect(fresh('POST', collection, fromCli).status).toBe(200);
    expect(
      fresh('PUT', `${collection}/orders?limit=999`, {
        cloud: 'google-europe-west1',
        disk_space_mb: 81920,
        plan: 'business-4',
        powered: true,
        project_vpc_id: null,
        tech_emails: [],
        termination_protection: false,
        user_config: {},
      }).status,
    ).toBe(200);
  });
});
