import { once } from '../once';
import type { EngineVersion, ServiceType } from '../service-type';
import { accessKeys, everyTypeKeys, migration } from './common-keys';
import { behaviourKey, storedKey, versionKey } from './define-key';
import { additionalBackupRegions, adminKeys, backupTimeKeys, forkSourceKeys, recoveryTargetTime } from './fork-keys';
import { backupsPage, documented, forkPage, newestIsDefault, schemaSource } from './sources';

const versions: readonly EngineVersion[] = [{ version: '8', deprecated: true }, { version: '8.4' }];

/** MySQL. */
export const mysql = once((): ServiceType => ({
  name: 'mysql',
  title: 'MySQL',
  legacy: false,
  forkable: true,
  recovery: 'point-in-time',
  backupRegion: 'supported',
  backupRegionPointInTime: true,
  refusesFewerNodes: false,
  forkKeepsMajorVersion: true,
  backupBeforePowerOff: false,
  memoryBound: false,
  versionKey: 'mysql_version',
  versions,
  defaultVersion: '8.4',
  defaultDatabase: 'defaultdb',
  adminUser: 'avnadmin',
  hasConnectionPools: false,
  tiersNotForkable: ['free', 'developer'],
  tiersNotForkTarget: ['free', 'developer'],
  userConfig: [
    ...forkSourceKeys,
    recoveryTargetTime,
    versionKey('mysql_version', versions, { summary: 'MySQL major version.', nullable: true }),
    ...backupTimeKeys,
    behaviourKey(
      'mysql_incremental_backup',
      'object',
      'Incremental backups: enabled, and the weekdays of full backups.',
    ),
    additionalBackupRegions,
    ...adminKeys,
    ...everyTypeKeys,
    ...accessKeys,
    migration,
    storedKey('binlog_retention_period', 'integer', 'Least time that binary logs are kept, in seconds.'),
    storedKey('mysql', 'object', 'Settings of mysql.conf.'),
  ],
  sources: [
    schemaSource,
    forkPage,
    backupsPage,
    documented(
      'documentation, products/mysql/concepts: free and developer tiers have no forking, read as both directions',
    ),
    documented('documentation, products/mysql/concepts/mysql-backups: backups are specific to a major version'),
    newestIsDefault,
  ],
}));
