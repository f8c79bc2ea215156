import type { EngineVersion } from '../service-type';
import { accessKeys, everyTypeKeys, migration } from './common-keys';
import { behaviourKey, storedKey, versionKey } from './define-key';
import { defineServiceType } from './define-service-type';
import { additionalBackupRegions, adminKeys, backupTimeKeys, forkSourceKeys, recoveryTargetTime } from './fork-keys';
import { backupsPage, documented, forkPage, newestIsDefault, schemaSource } from './sources';

const versions: readonly EngineVersion[] = [{ version: '8', deprecated: true }, { version: '8.4' }];

/** MySQL. */
export const mysql = defineServiceType(() => ({
  name: 'mysql',
  title: 'MySQL',
  forkable: true,
  recovery: 'point-in-time',
  backupRegion: 'supported',
  backupRegionPointInTime: true,
  forkKeepsMajorVersion: true,
  versionKey: 'mysql_version',
  versions,
  defaultVersion: '8.4',
  defaultDatabase: 'defaultdb',
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
    storedKey('binlog_retention_period', 'integer', 'Least time that binary logs are kept, in seconds.', {
      minimum: 600,
    }),
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
