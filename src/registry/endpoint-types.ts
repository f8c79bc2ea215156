/** One type of integration endpoint. */
interface EndpointType {
  readonly name: string;
  readonly title: string;
  /** Fields of its settings that the vendor demands. */
  readonly required: readonly string[];
}

const endpointType = (name: string, title: string, ...required: readonly string[]): EndpointType => ({
  name,
  title,
  required,
});

/** Types of endpoints that an integration can lead to. @see go-client-codegen, EndpointType (read 2026-11-20) */
export const endpointTypes: readonly EndpointType[] = [
  endpointType('datadog', 'Datadog', 'datadog_api_key'),
  endpointType('external_aws_cloudwatch_logs', 'AWS CloudWatch Logs', 'region'),
  endpointType('external_aws_cloudwatch_metrics', 'AWS CloudWatch Metrics', 'region'),
  endpointType('external_aws_s3', 'AWS S3', 'url'),
  endpointType('external_clickhouse', 'ClickHouse', 'host', 'port'),
  endpointType('external_elasticsearch_logs', 'Elasticsearch', 'url', 'index_prefix'),
  endpointType('external_google_cloud_logging', 'Google Cloud Logging', 'project_id', 'log_id'),
  endpointType('external_kafka', 'Apache Kafka', 'bootstrap_servers'),
  endpointType('external_mysql', 'MySQL', 'host', 'port'),
  endpointType('external_opensearch_logs', 'OpenSearch', 'url', 'index_prefix'),
  endpointType('external_postgresql', 'PostgreSQL', 'host', 'port'),
  endpointType('external_prometheus', 'Prometheus'),
  endpointType('external_schema_registry', 'Schema registry', 'url'),
  endpointType('external_sumologic_logs', 'Sumo Logic', 'url'),
  endpointType('jolokia', 'Jolokia'),
  endpointType('prometheus', 'Prometheus'),
  endpointType('rsyslog', 'Rsyslog', 'server', 'port'),
  endpointType('signalfx', 'SignalFx'),
];
