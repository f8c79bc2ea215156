import type { EngineVersion } from '../service-type';
import { accessKeys, enableIpv6, everyTypeKeys, migration } from './common-keys';
import { behaviourKey, storedKey, versionKey } from './define-key';
import { defineServiceType } from './define-service-type';
import { additionalBackupRegions, backupTimeKeys, forkSourceKeys, recoveryBasebackupName } from './fork-keys';
import { backupsPage, documented, forkPage, newestIsDefault, schemaSource } from './sources';

const versions: readonly EngineVersion[] = [{ version: '8.1' }, { version: '9.0' }, { version: '9.1' }];

/** Valkey: data in memory; persistence off means no backups and no forks. */
export const valkey = defineServiceType(() => ({
  name: 'valkey',
  title: 'Valkey',
  forkable: true,
  recovery: 'named-backup',
  backupRegion: 'unlisted',
  backupBeforePowerOff: true,
  memoryBound: true,
  versionKey: 'valkey_version',
  versions,
  defaultVersion: '9.1',
  persistenceKey: 'valkey_persistence',
  adminUser: 'default',
  tiersNotForkable: ['free', 'developer'],
  tiersNotForkTarget: ['free', 'developer'],
  userConfig: [
    ...forkSourceKeys,
    recoveryBasebackupName,
    versionKey('valkey_version', versions, { summary: 'Valkey version.', nullable: true }),
    behaviourKey('valkey_persistence', 'string', 'Persistence; off deletes all backups and forbids forking.', {
      values: ['off', 'rdb'],
    }),
    ...backupTimeKeys,
    additionalBackupRegions,
    ...everyTypeKeys,
    ...accessKeys,
    enableIpv6,
    migration,
    storedKey('frequent_snapshots', 'boolean', 'Takes local snapshots between backups.'),
    storedKey('valkey_acl_channels_default', 'string', 'Channels that a new user may use.', {
      values: ['allchannels', 'resetchannels'],
    }),
    storedKey('valkey_active_defrag_ignore_bytes', 'integer', 'Waste at which defragmentation starts, in bytes.'),
    storedKey(
      'valkey_active_defrag_threshold_lower',
      'integer',
      'Fragmentation at which defragmentation starts, in per cent.',
    ),
    storedKey('valkey_active_expire_effort', 'integer', 'Effort spent on expired keys.', { minimum: 1, maximum: 10 }),
    storedKey('valkey_activedefrag', 'boolean', 'Turns defragmentation on.'),
    storedKey('valkey_io_threads', 'integer', 'Number of threads for input and output.', { minimum: 1, maximum: 256 }),
    storedKey('valkey_lfu_decay_time', 'integer', 'Minutes after which a usage counter decays.', {
      minimum: 1,
      maximum: 120,
    }),
    storedKey('valkey_lfu_log_factor', 'integer', 'Logarithm factor of usage counters.', { minimum: 0, maximum: 100 }),
    storedKey('valkey_maxmemory_policy', 'string', 'What is evicted when memory is full.', {
      nullable: true,
      values: [
        'allkeys-lfu',
        'allkeys-lru',
        'allkeys-random',
        'noeviction',
        'volatile-lfu',
        'volatile-lru',
        'volatile-random',
        'volatile-ttl',
      ],
    }),
    storedKey('valkey_notify_keyspace_events', 'string', 'Events of the key space that are published.'),
    storedKey('valkey_number_of_databases', 'integer', 'Number of numbered databases.', { minimum: 1, maximum: 128 }),
    storedKey('valkey_pubsub_client_output_buffer_limit', 'integer', 'Output buffer of a subscriber, in MB.', {
      minimum: 32,
      maximum: 262_144,
    }),
    storedKey('valkey_ssl', 'boolean', 'Requires encrypted connections.'),
    storedKey('valkey_timeout', 'integer', 'Seconds after which an idle connection is closed.', {
      minimum: 0,
      maximum: 2_073_600,
    }),
  ],
  sources: [
    schemaSource,
    forkPage,
    backupsPage,
    documented('documentation, products/valkey: free and developer tiers have no forking, read as both directions'),
    documented('documentation, products/valkey: backups to another region, not among the types of the platform page'),
    newestIsDefault,
  ],
}));
