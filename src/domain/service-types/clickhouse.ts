import type { EngineVersion } from '../service-type';
import { accessKeys, enableIpv6, everyTypeKeys } from './common-keys';
import { storedKey, versionKey } from './define-key';
import { defineServiceType } from './define-service-type';
import { additionalBackupRegionsDeprecated, backupTimeKeys, forkSourceKeys, recoveryBasebackupName } from './fork-keys';
import { documented, forkPage, newestIsDefault, schemaSource } from './sources';

const versions: readonly EngineVersion[] = [
  { version: '25.3', deprecated: true },
  { version: '25.8' },
  { version: '26.3' },
];

/** ClickHouse: daily backups, and one before power-off. */
export const clickhouse = defineServiceType(() => ({
  name: 'clickhouse',
  title: 'ClickHouse',
  forkable: true,
  recovery: 'named-backup',
  refusesFewerNodes: true,
  backupBeforePowerOff: true,
  versionKey: 'clickhouse_version',
  versions,
  defaultVersion: '26.3',
  defaultDatabase: 'default',
  hasRoles: true,
  userConfig: [
    ...forkSourceKeys,
    { ...recoveryBasebackupName, pattern: '^[a-zA-Z0-9-_:.+]+$' },
    versionKey('clickhouse_version', versions, { summary: 'ClickHouse version.' }),
    ...backupTimeKeys,
    additionalBackupRegionsDeprecated,
    ...everyTypeKeys,
    ...accessKeys,
    enableIpv6,
    storedKey('server_settings', 'object', 'Settings of the server.'),
    storedKey('session_settings', 'object', 'Settings of each session.'),
    storedKey(
      'tiered_storage_move_factor',
      'number',
      'Free share of a disk below which data moves to object storage.',
      {
        minimum: 0,
        maximum: 1,
      },
    ),
  ],
  sources: [
    schemaSource,
    forkPage,
    documented(
      'documentation, products/clickhouse/concepts/disaster-recovery: daily backups, no backups to another region',
    ),
    newestIsDefault,
  ],
}));
