import { accessKeys, customDomain, everyTypeKeys } from './common-keys';
import { fromLegacySchema, storedKey } from './define-key';
import { defineServiceType } from './define-service-type';
import { additionalBackupRegionsDeprecated, forkSourceKeys, recoveryBasebackupName } from './fork-keys';
import { legacySchemaSource } from './sources';

/** InfluxDB. */
export const influxdb = defineServiceType(() => ({
  name: 'influxdb',
  title: 'InfluxDB',
  legacy: true,
  forkable: true,
  recovery: 'named-backup',
  defaultDatabase: 'defaultdb',
  userConfig: fromLegacySchema([
    ...forkSourceKeys,
    recoveryBasebackupName,
    additionalBackupRegionsDeprecated,
    ...everyTypeKeys,
    ...accessKeys,
    customDomain,
    storedKey('influxdb', 'object', 'Settings of influxdb.conf.'),
  ]),
  sources: [legacySchemaSource],
}));
