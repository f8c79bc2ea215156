import { known, maskedSettings, mapSecrets, withoutSecrets, type JsonObject, type JsonValue } from '../../src/domain';

/** What the vendor's schemas of 2026-08-20 mark as secret, of the types and settings that are known here. */
const ofEndpoints = `
  datadog.datadog_api_key external_aws_cloudwatch_logs.secret_key external_aws_cloudwatch_metrics.secret_key
  external_aws_s3.secret_access_key external_clickhouse.password external_elasticsearch_logs.url
  external_google_cloud_logging.service_account_credentials external_kafka.sasl_plain_password external_kafka.ssl_client_key
  external_mysql.password external_opensearch_logs.url external_postgresql.password external_postgresql.ssl_client_key
  external_prometheus.basic_auth_password external_schema_registry.basic_auth_password jolokia.basic_auth_password
  prometheus.basic_auth_password rsyslog.key`
  .trim()
  .split(/\s+/);

/** What carries tokens too, as their documentation says. */
const ofEndpointsBeside = ['external_sumologic_logs.url', 'rsyslog.sd', 'signalfx.signalfx_api_key'];

const ofServices = `
  dragonfly.migration.password grafana.auth_azuread.client_secret grafana.auth_generic_oauth.client_secret
  grafana.auth_github.client_secret grafana.auth_gitlab.client_secret grafana.auth_google.client_secret
  grafana.external_image_storage.secret_key grafana.smtp_server.password kafka.kafka_connect_secret_providers.aws.secret_key
  kafka.kafka_connect_secret_providers.azure.secret kafka.kafka_connect_secret_providers.env.secrets
  kafka.kafka_connect_secret_providers.vault.token kafka_connect.secret_providers.aws.secret_key
  kafka_connect.secret_providers.azure.secret kafka_connect.secret_providers.env.secrets
  kafka_connect.secret_providers.vault.token mysql.admin_password mysql.migration.password opensearch.azure_migration.key
  opensearch.azure_migration.sas_token opensearch.gcs_migration.credentials opensearch.jwt.signing_key
  opensearch.openid.client_secret opensearch.opensearch.email_sender_password opensearch.s3_migration.secret_key
  pg.admin_password pg.migration.password valkey.migration.password`
  .trim()
  .split(/\s+/);

const canary = 'canary-7f3a';

/** Settings with the canary at a path, and a word beside it at each level. */
const settingsAt = (path: readonly string[]): JsonObject => {
  const [first = '', ...rest] = path;
  const value: JsonValue = rest.length === 0 ? canary : [settingsAt(rest)];
  return { [first]: value, beside: 'shown' };
};

const pathIn = (text: string): { readonly type: string; readonly settings: JsonObject } => {
  const [type = '', ...path] = text.split('.');
  return { type, settings: settingsAt(path) };
};

const dropped = { secret: () => undefined, text: (text: string) => text };

describe('what the catalogue says is a secret', () => {
  test.each([...ofEndpoints, ...ofEndpointsBeside])('of an endpoint: %s', (text) => {
    const { type, settings } = pathIn(text);
    const shown = JSON.stringify(mapSecrets({ kind: 'endpoint', type }, settings, dropped));
    expect(shown).not.toContain(canary);
    expect(shown).toContain('shown');
  });

  test.each(ofServices)('of a service: %s', (text) => {
    const { type, settings } = pathIn(text);
    const facts = Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, known(value)]));
    for (const masked of [withoutSecrets(type, settings), maskedSettings(type, facts)]) {
      expect(JSON.stringify(masked)).not.toContain(canary);
      expect(JSON.stringify(masked)).toContain('shown');
    }
  });

  test('is no guess by name: what a type declares as none is shown', () => {
    const owner = { kind: 'endpoint', type: 'external_aws_s3' } as const;
    const settings = { url: 'https://bucket.example.org', access_key_id: 'AKIA', secret_access_key: canary };
    expect(mapSecrets(owner, settings, dropped)).toEqual({ url: settings.url, access_key_id: 'AKIA' });
  });

  test('is asked of all types for a setting that the declared one lacks', () => {
    for (const owner of [
      { kind: 'endpoint', type: 'jolokia' } as const,
      { kind: 'integration', type: 'logs' } as const,
    ])
      expect(mapSecrets(owner, { datadog_api_key: canary, level: 3 }, dropped)).toEqual({ level: 3 });
    expect(withoutSecrets('valkey', { admin_password: canary })).toEqual({});
  });
});
