import { once } from '../once';
import type { ServiceType } from '../service-type';
import { accessKeys, customDomain, everyTypeKeys } from './common-keys';
import { fromLegacySchema, storedKey } from './define-key';
import { additionalBackupRegionsDeprecated, forkSourceKeys, recoveryBasebackupName } from './fork-keys';
import { legacySchemaSource } from './sources';

/** InfluxDB. */
export const influxdb = once((): ServiceType => ({
  name: 'influxdb',
  title: 'InfluxDB',
  legacy: true,
  forkable: true,
  recovery: 'named-backup',
  backupRegion: 'unsupported',
  backupRegionPointInTime: false,
  refusesFewerNodes: false,
  forkKeepsMajorVersion: false,
  backupBeforePowerOff: false,
  memoryBound: false,
  versions: [],
  defaultDatabase: 'defaultdb',
  adminUser: 'avnadmin',
  hasConnectionPools: false,
  tiersNotForkable: [],
  tiersNotForkTarget: [],
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
