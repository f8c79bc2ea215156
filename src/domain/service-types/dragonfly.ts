import { accessKeys, everyTypeKeys, migration } from './common-keys';
import { behaviourKey, storedKey } from './define-key';
import { defineServiceType } from './define-service-type';
import { forkSourceKeys, recoveryBasebackupName } from './fork-keys';
import { backupsPage, inferred, schemaSource } from './sources';

/** Dragonfly: data in memory; persistence off means no backups and no forks. */
export const dragonfly = defineServiceType(() => ({
  name: 'dragonfly',
  title: 'Dragonfly',
  forkable: true,
  recovery: 'named-backup',
  backupBeforePowerOff: true,
  memoryBound: true,
  persistenceKey: 'dragonfly_persistence',
  adminUser: 'default',
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
