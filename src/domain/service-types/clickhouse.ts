import { once } from '../once';
import type { EngineVersion, ServiceType } from '../service-type';
import { accessKeys, enableIpv6, everyTypeKeys } from './common-keys';
import { versionKey } from './define-key';
import { additionalBackupRegionsDeprecated, backupTimeKeys, forkSourceKeys, recoveryBasebackupName } from './fork-keys';
import { documented, forkPage, newestIsDefault, schemaSource } from './sources';

const versions: readonly EngineVersion[] = [
  { version: '25.3', deprecated: true },
  { version: '25.8' },
  { version: '26.3' },
];

/** ClickHouse: daily backups, and one before power-off. */
export const clickhouse = once((): ServiceType => ({
  name: 'clickhouse',
  title: 'ClickHouse',
  legacy: false,
  forkable: true,
  recovery: 'named-backup',
  backupRegion: 'unsupported',
  backupRegionPointInTime: false,
  refusesFewerNodes: true,
  forkKeepsMajorVersion: false,
  backupBeforePowerOff: true,
  memoryBound: false,
  versionKey: 'clickhouse_version',
  versions,
  defaultVersion: '26.3',
  defaultDatabase: 'default',
  adminUser: 'avnadmin',
  hasConnectionPools: false,
  tiersNotForkable: [],
  tiersNotForkTarget: [],
  userConfig: [
    ...forkSourceKeys,
    { ...recoveryBasebackupName, pattern: '^[a-zA-Z0-9-_:.+]+$' },
    versionKey('clickhouse_version', versions, { summary: 'ClickHouse version.' }),
    ...backupTimeKeys,
    additionalBackupRegionsDeprecated,
    ...everyTypeKeys,
    ...accessKeys,
    enableIpv6,
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
