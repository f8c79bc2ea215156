import { createHash } from 'node:crypto';
import { anOrdersBody, aServedRegistry, codeOf, collection, field, textIn } from './a-registry';

const endpoints = '/v1/project/demo/integration_endpoint';
const aDatadog = {
  endpoint_name: 'watch',
  endpoint_type: 'datadog',
  user_config: { datadog_api_key: 'f00df00df00d', site: 'datadoghq.eu' },
};

const withEndpoint = () => {
  const served = aServedRegistry();
  served.ask('POST', collection, anOrdersBody());
  const created = field(served.ask('POST', endpoints, aDatadog).body, 'service_integration_endpoint');
  return { ...served, created, one: `${endpoints}/${textIn(created, 'endpoint_id')}` };
};

describe('integration endpoints', () => {
  test('are made, got, listed, changed and deleted', () => {
    const { ask, created, one } = withEndpoint();
    expect(created).toEqual({
      endpoint_id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      endpoint_name: 'watch',
      endpoint_type: 'datadog',
      endpoint_config: aDatadog.user_config,
      user_config: aDatadog.user_config,
    });
    expect(ask('GET', one).body).toEqual({ service_integration_endpoint: created });
    expect(ask('GET', endpoints).body).toEqual({ service_integration_endpoints: [created] });
    expect(ask('PUT', one, { user_config: { site: 'datadoghq.com' } }).body).toMatchObject({
      service_integration_endpoint: { user_config: { site: 'datadoghq.com' } },
    });
    expect(ask('DELETE', one).status).toBe(200);
    expect(codeOf(ask('GET', one))).toBe('404 endpoint_not_found');
    expect(ask('GET', endpoints).body).toEqual({ service_integration_endpoints: [] });
  });

  test('keep their secrets from the log, and give them back', () => {
    const { ask, one, world } = withEndpoint();
    const log = JSON.stringify(world.store.read((reader) => reader.allEvents(0, 1_000)));
    expect(log).not.toContain('f00df00df00d');
    expect(log).not.toContain(createHash('sha256').update('f00df00df00d').digest('hex'));
    for (const path of [one, `${one}?include_secrets=true`, endpoints])
      expect(JSON.stringify(ask('GET', path))).toContain('f00df00df00d');
    const without = ask('GET', `${one}?include_secrets=false`);
    expect(without.body).toMatchObject({
      service_integration_endpoint: { user_config: { datadog_api_key: '<redacted>' } },
    });
  });

  test('are refused where they cannot be, and one in use stays', () => {
    const { ask, created, one } = withEndpoint();
    expect(codeOf(ask('POST', endpoints, aDatadog))).toBe('409 endpoint_already_exists');
    expect(codeOf(ask('POST', endpoints, { ...aDatadog, endpoint_name: '' }))).toBe('400 name_invalid');
    expect(codeOf(ask('POST', endpoints, { ...aDatadog, endpoint_type: 'pigeon' }))).toBe('400 endpoint_type_unknown');
    expect(codeOf(ask('PUT', `${endpoints}/gone`, { user_config: {} }))).toBe('404 endpoint_not_found');
    expect(codeOf(ask('DELETE', `${endpoints}/gone`))).toBe('404 endpoint_not_found');
    ask('POST', '/v1/project/demo/integration', {
      integration_type: 'datadog',
      source_service: 'orders',
      dest_endpoint_id: created['endpoint_id'] ?? null,
    });
    expect(codeOf(ask('DELETE', one))).toBe('409 endpoint_in_use');
  });
});

describe('integrations', () => {
  test('keep their settings, change them, and keep their secrets', () => {
    const { ask, world } = withEndpoint();
    ask('POST', collection, anOrdersBody({ service_name: 'metrics-store' }));
    const asked = {
      integration_type: 'metrics',
      source_service: 'orders',
      dest_service: 'metrics-store',
      source_endpoint_id: null,
      dest_endpoint_id: null,
      user_config: { retention_days: 3 },
    };
    const made = field(ask('POST', '/v1/project/demo/integration', asked).body, 'service_integration');
    expect(made).toMatchObject({ user_config: { retention_days: 3 }, enabled: true, active: true });
    const one = `/v1/project/demo/integration/${textIn(made, 'service_integration_id')}`;
    expect(ask('PUT', one, { user_config: { retention_days: 5 } }).body).toMatchObject({
      service_integration: { user_config: { retention_days: 5 } },
    });
    expect(ask('GET', `${collection}/orders/integration`).body).toMatchObject({
      service_integrations: [{ user_config: { retention_days: 5 } }],
    });
    ask('PUT', one, {
      user_config: { datadog_api_key: 'f00df00df00d', deep: [{ password: 'f00df00df00d', kept: 1 }] },
    });
    expect(ask('GET', one).body).toMatchObject({ service_integration: { user_config: { deep: [{ kept: 1 }] } } });
    const log = JSON.stringify(world.store.read((reader) => reader.allEvents(0, 1_000)));
    expect(log).not.toContain('f00df00df00d');
    expect(codeOf(ask('PUT', '/v1/project/demo/integration/gone', { user_config: {} }))).toBe(
      '404 integration_not_found',
    );
  });

  test('types are listed with a schema of their settings', () => {
    const { ask } = aServedRegistry();
    expect(ask('GET', '/v1/project/demo/integration_types').body).toMatchObject({
      integration_types: expect.arrayContaining([
        expect.objectContaining({
          integration_type: 'metrics',
          user_config_schema: expect.objectContaining({
            properties: expect.objectContaining({ retention_days: { title: 'retention_days', type: 'integer' } }),
          }),
        }),
      ]),
    });
    expect(ask('GET', '/v1/project/demo/integration_endpoint_types').body).toMatchObject({
      endpoint_types: expect.arrayContaining([expect.objectContaining({ endpoint_type: 'datadog' })]),
    });
  });
});
