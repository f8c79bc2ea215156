import { accessKeys, everyTypeKeys, gcpAuthAllowedUrls, preferredZones, saslAllowedUrls } from './common-keys';
import { storedKey } from './define-key';
import { defineServiceType } from './define-service-type';
import { additionalBackupRegionsDeprecated } from './fork-keys';
import { forkPage, schemaSource } from './sources';

/** Apache Kafka Connect: no data of its own, so it cannot be forked. */
export const kafkaConnect = defineServiceType(() => ({
  name: 'kafka_connect',
  title: 'Apache Kafka Connect',
  userConfig: [
    additionalBackupRegionsDeprecated,
    ...everyTypeKeys,
    ...accessKeys,
    gcpAuthAllowedUrls,
    preferredZones,
    saslAllowedUrls,
    storedKey('kafka_connect', 'object', 'Settings of Kafka Connect.'),
    storedKey('plugin_versions', 'array', 'Versions of connector plug-ins.'),
    storedKey('secret_providers', 'array', 'Stores that connectors read secrets from.', {
      secretFields: ['access_key', 'secret_key', 'token', 'secret', 'secrets'],
    }),
  ],
  sources: [schemaSource, forkPage],
}));
