import type { EngineVersion } from '../service-type';
import {
  accessKeys,
  customDomain,
  enableIpv6,
  everyTypeKeys,
  gcpAuthAllowedUrls,
  preferredZones,
  saslAllowedUrls,
} from './common-keys';
import { storedKey, versionKey } from './define-key';
import { defineServiceType } from './define-service-type';
import { additionalBackupRegionsDeprecated } from './fork-keys';
import { forkPage, newestIsDefault, schemaSource } from './sources';

const versions: readonly EngineVersion[] = [
  ...['3.1', '3.2', '3.3', '3.4', '3.5', '3.6', '3.7'].map((version) => ({ version, deprecated: true }) as const),
  { version: '3.8', deprecated: true },
  { version: '3.9' },
  { version: '4.0', deprecated: true },
  { version: '4.1' },
  { version: '4.2' },
];

/** Apache Kafka: only its configuration is backed up, so it cannot be forked. */
export const kafka = defineServiceType(() => ({
  name: 'kafka',
  title: 'Apache Kafka',
  versionKey: 'kafka_version',
  versions,
  defaultVersion: '4.2',
  userConfig: [
    versionKey('kafka_version', versions, { summary: 'Kafka version.', nullable: true }),
    additionalBackupRegionsDeprecated,
    ...everyTypeKeys,
    ...accessKeys,
    customDomain,
    enableIpv6,
    storedKey('aiven_kafka_topic_messages', 'boolean', 'Messages can be read through the console and the API.'),
    storedKey('backup_interval_hours', 'integer', 'Hours between backups; for ACU plans only.', {
      minimum: 3,
      maximum: 24,
      values: ['3', '4', '6', '8', '12', '24'],
    }),
    storedKey('backup_retention_days', 'integer', 'Days that backups are kept; for ACU plans only.', {
      minimum: 1,
      maximum: 30,
    }),
    storedKey('follower_fetching', 'object', 'Consumers read from the nearest replica.'),
    gcpAuthAllowedUrls,
    storedKey('inkless', 'object', 'Topics without local disks, as they were called first.'),
    storedKey('kafka', 'object', 'Settings of the brokers.'),
    storedKey('kafka_authentication_methods', 'object', 'How clients sign in.'),
    storedKey('kafka_connect', 'boolean', 'Turns Kafka Connect on.'),
    storedKey('kafka_connect_config', 'object', 'Settings of Kafka Connect.'),
    storedKey('kafka_connect_plugin_versions', 'array', 'Versions of connector plug-ins.'),
    storedKey('kafka_connect_secret_providers', 'array', 'Stores that connectors read secrets from.', {
      secretFields: ['access_key', 'secret_key', 'token', 'secret', 'secrets'],
    }),
    storedKey('kafka_diskless', 'object', 'Topics without local disks.'),
    storedKey('kafka_rest', 'boolean', 'Turns the REST interface on.'),
    storedKey('kafka_rest_authorization', 'boolean', 'Authorization in the REST interface.'),
    storedKey('kafka_rest_config', 'object', 'Settings of the REST interface.'),
    storedKey('kafka_sasl_mechanisms', 'object', 'SASL mechanisms on offer.'),
    storedKey('karapace_version', 'string', 'Version of the schema registry and the REST interface.', {
      pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$',
    }),
    storedKey('letsencrypt_sasl', 'boolean', "Uses a Let's Encrypt certificate for SASL."),
    storedKey('letsencrypt_sasl_privatelink', 'boolean', "Uses a Let's Encrypt certificate for SASL by Privatelink."),
    preferredZones,
    saslAllowedUrls,
    storedKey('schema_registry', 'boolean', 'Turns the schema registry on.'),
    storedKey('schema_registry_config', 'object', 'Settings of the schema registry.'),
    storedKey('single_zone', 'object', 'Keeps all nodes in one zone.'),
    storedKey('tiered_storage', 'object', 'Older segments move to object storage.'),
  ],
  sources: [schemaSource, forkPage, newestIsDefault],
}));
