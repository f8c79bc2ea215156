import { integrationTypes, type Catalogue } from '../../domain';

/** Settings of an integration that are known by name; others are kept as they come. @see go-api-schemas, integrations (read 2026-11-20) */
const knownSettings: Readonly<Record<string, Readonly<Record<string, 'string' | 'integer' | 'boolean'>>>> = {
  metrics: { database: 'string', retention_days: 'integer', ro_username: 'string', username: 'string' },
  logs: { elasticsearch_index_days_max: 'integer', elasticsearch_index_prefix: 'string' },
  datadog: { datadog_dbm_enabled: 'boolean', datadog_pgbouncer_enabled: 'boolean' },
  kafka_logs: { kafka_topic: 'string' },
  prometheus: {},
};

/** The types of integrations as the API lists them. Which types of service each joins is not known here: any two may be joined. */
export const integrationTypeBodies = (catalogue: Catalogue) => {
  const services = [...catalogue.serviceTypes.values()].filter((type) => !type.legacy).map((type) => type.name);
  return integrationTypes.map((name) => ({
    integration_type: name,
    source_description: `Source of ${name}`,
    source_service_types: services,
    dest_description: `Destination of ${name}`,
    dest_service_type: services[0] ?? '',
    dest_service_types: services,
    user_config_schema: {
      type: 'object',
      title: `${name} settings`,
      additionalProperties: true,
      properties: Object.fromEntries(
        Object.entries(knownSettings[name] ?? {}).map(([field, type]) => [field, { title: field, type }]),
      ),
    },
  }));
};
