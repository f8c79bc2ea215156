import { once } from '../once';
import type { ServiceType } from '../service-type';
import { accessKeys, everyTypeKeys, migration } from './common-keys';
import { behaviourKey, storedKey } from './define-key';
import { forkSourceKeys, recoveryBasebackupName } from './fork-keys';
import { backupsPage, inferred, schemaSource } from './sources';

/** Dragonfly: data in memory; persistence off means no backups and no forks. */
export const dragonfly = once((): ServiceType => ({
  name: 'dragonfly',
  title: 'Dragonfly',
  legacy: false,
  forkable: true,
  recovery: 'named-backup',
  backupRegion: 'unsupported',
  backupRegionPointInTime: false,
  refusesFewerNodes: false,
  forkKeepsMajorVersion: false,
  backupBeforePowerOff: true,
  memoryBound: true,
  versions: [],
  persistenceKey: 'dragonfly_persistence',
  adminUser: 'default',
  hasConnectionPools: false,
  tiersNotForkable: [],
  tiersNotForkTarget: [],
  userConfig: [
    ...forkSourceKeys,
    recoveryBasebackupName,
    behaviourKey('dragonfly_persistence', 'string', 'Persistence; off deletes all backups and forbids forking.', {
      values: ['dfs', 'off', 'rdb'],
    }),
    ...everyTypeKeys,
    ...accessKeys,
    migration,
    storedKey('cache_mode', 'boolean', 'Evicts entries when memory is nearly full.'),
    storedKey('dragonfly_ssl', 'boolean', 'Requires encrypted connections.'),
  ],
  sources: [
    schemaSource,
    backupsPage,
    inferred('forkable: its schema has the fork keys, though the list of forkable types leaves it out'),
  ],
}));
