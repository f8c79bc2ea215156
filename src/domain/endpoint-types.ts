import { once } from './once';

/** One type of integration endpoint. */
interface EndpointType {
  readonly name: string;
  readonly title: string;
  /** Settings that the vendor demands. */
  readonly required: readonly string[];
  /** Settings whose whole value is a secret: keys, passwords, and addresses that carry a token. */
  readonly secrets: readonly string[];
  /** Settings that are none. */
  readonly plain: readonly string[];
}

/** Names after `!` are demanded, after `*` secret; `!*` both. They are read when someone asks for them: most processes do not. */
const endpointType = (name: string, title: string, ...settings: readonly string[]): EndpointType => {
  const marked = once(() =>
    settings.map((text) => ({ key: text.replace(/^[!*]+/, ''), marks: /^[!*]*/.exec(text)?.[0] ?? '' })),
  );
  const pickKeys = (wanted: (marks: string) => boolean): readonly string[] =>
    marked()
      .filter(({ marks }) => wanted(marks))
      .map(({ key }) => key);
  return {
    name,
    title,
    get required() {
      return pickKeys((marks) => marks.includes('!'));
    },
    get secrets() {
      return pickKeys((marks) => marks.includes('*'));
    },
    get plain() {
      return pickKeys((marks) => !marks.includes('*'));
    },
  };
};

const basicAuth = ['basic_auth_username', '*basic_auth_password'];
const logIndex = ['!*url', '!index_prefix', 'index_days_max', 'timeout', 'ca'];
const login = ['!host', '!port', 'username', '*password'];

/**
 * Types of endpoints that an integration can lead to, and the settings of each. Those of Sumo Logic and SignalFx are no longer in the
 * schema; structured data of syslog carries the token of its receiver, which the schema does not say.
 * @see go-client-codegen, EndpointType (read 2026-11-20); go-api-schemas of 2026-08-20, integration_endpoint_types.yml, `_secure`
 */
export const endpointTypes: readonly EndpointType[] = [
  endpointType('autoscaler', 'Disk autoscaler', '!autoscaling'),
  endpointType('autoscaler_service', 'Service autoscaler', '!autoscaling'),
  endpointType(
    'datadog',
    'Datadog',
    '!*datadog_api_key',
    'datadog_tags',
    'disable_consumer_stats',
    'extra_tags_prefix',
    'kafka_consumer_check_instances',
    'kafka_consumer_stats_timeout',
    'max_partition_contexts',
    'site',
  ),
  endpointType(
    'external_aws_cloudwatch_logs',
    'AWS CloudWatch Logs',
    '!region',
    'access_key',
    '*secret_key',
    'log_group_name',
  ),
  endpointType(
    'external_aws_cloudwatch_metrics',
    'AWS CloudWatch Metrics',
    '!region',
    'access_key',
    '*secret_key',
    'namespace',
  ),
  endpointType('external_aws_s3', 'AWS S3', '!url', 'access_key_id', '*secret_access_key'),
  endpointType(
    'external_azure_blob_storage',
    'Azure Blob Storage',
    '!azure_subscription_id',
    'azure_tenant_id',
    'azure_client_id',
    '*azure_client_secret',
    'account_name',
    '*account_key',
    '*sas_token',
  ),
  endpointType('external_clickhouse', 'ClickHouse', ...login),
  endpointType('external_elasticsearch_logs', 'Elasticsearch', ...logIndex),
  endpointType(
    'external_google_cloud_bigquery',
    'Google Cloud BigQuery',
    '!project_id',
    '!*service_account_credentials',
  ),
  endpointType(
    'external_google_cloud_logging',
    'Google Cloud Logging',
    '!project_id',
    '!log_id',
    '*service_account_credentials',
  ),
  endpointType(
    'external_kafka',
    'Apache Kafka',
    '!bootstrap_servers',
    'security_protocol',
    'sasl_mechanism',
    'sasl_plain_username',
    '*sasl_plain_password',
    'ssl_ca_cert',
    'ssl_client_cert',
    '*ssl_client_key',
    'ssl_endpoint_identification_algorithm',
  ),
  endpointType('external_mysql', 'MySQL', ...login, 'ssl_mode', 'ssl_root_cert'),
  endpointType('external_object_storage_config', 'Object storage', 'bucket', 'config', '*credentials'),
  endpointType('external_opensearch_logs', 'OpenSearch', ...logIndex),
  endpointType(
    'external_postgresql',
    'PostgreSQL',
    ...login,
    'default_database',
    'ssl_client_certificate',
    '*ssl_client_key',
    'ssl_mode',
    'ssl_root_cert',
  ),
  endpointType('external_prometheus', 'Prometheus', 'service_uri', ...basicAuth),
  endpointType('external_redis', 'Redis', ...login),
  endpointType('external_schema_registry', 'Schema registry', '!url', 'authentication', ...basicAuth),
  endpointType('external_sumologic_logs', 'Sumo Logic', '!*url'),
  endpointType('jolokia', 'Jolokia', ...basicAuth),
  endpointType('opentelemetry', 'OpenTelemetry', 'url', 'headers', '*authorization', 'ca'),
  endpointType('prometheus', 'Prometheus', ...basicAuth),
  endpointType(
    'rsyslog',
    'Rsyslog',
    '!server',
    '!port',
    'ca',
    'cert',
    'escape_newlines',
    'format',
    '*key',
    'logline',
    'max_message_size',
    '*sd',
    'tls',
  ),
  endpointType('signalfx', 'SignalFx', '*signalfx_api_key', 'signalfx_realm', 'enabled_metrics'),
];
