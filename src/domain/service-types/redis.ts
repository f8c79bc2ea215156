import type { EngineVersion } from '../service-type';
import { accessKeys, everyTypeKeys, migration } from './common-keys';
import { behaviourKey, fromLegacySchema, storedKey, versionKey } from './define-key';
import { defineServiceType } from './define-service-type';
import { additionalBackupRegions, backupTimeKeys, forkSourceKeys, recoveryBasebackupName } from './fork-keys';
import { backupsPage, forkPage, legacySchemaSource, newestIsDefault } from './sources';

const versions: readonly EngineVersion[] = [{ version: '7.0' }];

/** Redis, sold as Caching: data in memory; persistence off means no backups and no forks. */
export const redis = defineServiceType(() => ({
  name: 'redis',
  title: 'Caching (Redis)',
  legacy: true,
  forkable: true,
  recovery: 'named-backup',
  backupBeforePowerOff: true,
  memoryBound: true,
  versionKey: 'redis_version',
  versions,
  defaultVersion: '7.0',
  persistenceKey: 'redis_persistence',
  adminUser: 'default',
  userConfig: fromLegacySchema([
    ...forkSourceKeys,
    recoveryBasebackupName,
    versionKey('redis_version', versions, { summary: 'Redis version.', nullable: true }),
    behaviourKey('redis_persistence', 'string', 'Persistence; off deletes all backups and forbids forking.', {
      values: ['off', 'rdb'],
    }),
    ...backupTimeKeys,
    additionalBackupRegions,
    ...everyTypeKeys,
    ...accessKeys,
    migration,
    storedKey('redis_acl_channels_default', 'string', 'Channels that a new user may use.', {
      values: ['allchannels', 'resetchannels'],
    }),
    storedKey('redis_io_threads', 'integer', 'Number of threads for input and output.'),
    storedKey('redis_lfu_decay_time', 'integer', 'Minutes after which a usage counter decays.'),
    storedKey('redis_lfu_log_factor', 'integer', 'Logarithm factor of usage counters.'),
    storedKey('redis_maxmemory_policy', 'string', 'What is evicted when memory is full.', { nullable: true }),
    storedKey('redis_notify_keyspace_events', 'string', 'Events of the key space that are published.'),
    storedKey('redis_number_of_databases', 'integer', 'Number of numbered databases.'),
    storedKey('redis_pubsub_client_output_buffer_limit', 'integer', 'Output buffer of a subscriber, in MB.'),
    storedKey('redis_ssl', 'boolean', 'Requires encrypted connections.'),
    storedKey('redis_timeout', 'integer', 'Seconds after which an idle connection is closed.'),
  ]),
  sources: [legacySchemaSource, forkPage, backupsPage, newestIsDefault],
}));
