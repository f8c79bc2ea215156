import type { EngineVersion } from '../service-type';
import { accessKeys, enableIpv6, everyTypeKeys, migration } from './common-keys';
import { behaviourKey, storedKey, versionKey } from './define-key';
import { defineServiceType } from './define-service-type';
import {
  additionalBackupRegions,
  adminKeys,
  backupTimeKeys,
  forkSourceKeys,
  pgReadReplica,
  pgServiceToForkFrom,
  recoveryTargetTime,
} from './fork-keys';
import { backupsPage, documented, forkPage, newestIsDefault, schemaSource } from './sources';

const versions: readonly EngineVersion[] = [
  { version: '10', deprecated: true },
  { version: '11', deprecated: true },
  { version: '12', deprecated: true },
  { version: '13', deprecated: true },
  { version: '14', deprecated: true },
  { version: '15' },
  { version: '16' },
  { version: '17' },
  { version: '18' },
];

/** Settings of postgresql.conf that people change most. */
const postgresqlConf = {
  autovacuum_analyze_scale_factor: 'number',
  autovacuum_max_workers: 'integer',
  autovacuum_vacuum_scale_factor: 'number',
  deadlock_timeout: 'integer',
  idle_in_transaction_session_timeout: 'integer',
  jit: 'boolean',
  log_autovacuum_min_duration: 'integer',
  log_min_duration_statement: 'integer',
  max_connections: 'integer',
  max_locks_per_transaction: 'integer',
  max_parallel_workers: 'integer',
  max_replication_slots: 'integer',
  max_wal_senders: 'integer',
  max_worker_processes: 'integer',
  'pg_partman_bgw.interval': 'integer',
  'pg_partman_bgw.role': 'string',
  'pg_stat_monitor.pgsm_enable_query_plan': 'boolean',
  'pg_stat_monitor.pgsm_max_buckets': 'integer',
  'pg_stat_plans.track': 'string',
  'pg_stat_statements.track': 'string',
  temp_file_limit: 'integer',
  timezone: 'string',
} as const;

/** PostgreSQL. */
export const pg = defineServiceType(() => ({
  name: 'pg',
  title: 'PostgreSQL',
  forkable: true,
  recovery: 'point-in-time',
  backupRegion: 'supported',
  backupRegionPointInTime: true,
  // @see documentation, products/postgresql/concepts/pg-backups: every 5 minutes, or a whole file (read 2026-11-20)
  logShippedWithinMs: 300_000,
  forkKeepsMajorVersion: true,
  versionKey: 'pg_version',
  versions,
  defaultVersion: '18',
  defaultDatabase: 'defaultdb',
  hasConnectionPools: true,
  tiersNotForkable: ['hobbyist', 'developer'],
  tiersNotForkTarget: ['free', 'developer'],
  userConfig: [
    ...forkSourceKeys,
    recoveryTargetTime,
    pgServiceToForkFrom,
    pgReadReplica,
    versionKey('pg_version', versions, { summary: 'PostgreSQL major version.', nullable: true }),
    behaviourKey('variant', 'string', 'Variant of the service, which decides the features at hand.', {
      nullable: true,
      values: ['aiven', 'timescale'],
    }),
    ...backupTimeKeys,
    behaviourKey(
      'backup_interval_hours',
      'integer',
      'Hours between backups; for ACU plans only, none of which is known.',
      {
        nullable: true,
        minimum: 3,
        maximum: 24,
        values: ['3', '4', '6', '8', '12', '24'],
      },
    ),
    behaviourKey(
      'backup_retention_days',
      'integer',
      'Days that automatic backups are kept; without it as many backups as the plan keeps.',
      { minimum: 1, maximum: 30 },
    ),
    additionalBackupRegions,
    ...adminKeys,
    ...everyTypeKeys,
    ...accessKeys,
    enableIpv6,
    migration,
    storedKey('enable_ha_replica_dns', 'boolean', 'Gives each replica of high availability a name of its own.'),
    storedKey('node_count', 'integer', 'Number of nodes, on plans that leave it open.', {
      ...{ nullable: true, minimum: 1, maximum: 100 },
    }),
    storedKey('pg', 'object', 'Settings of postgresql.conf.', { fields: postgresqlConf }),
    storedKey('pg_qualstats', 'object', 'Settings of the pg_qualstats extension.'),
    storedKey('pg_stat_monitor_enable', 'boolean', 'Turns the pg_stat_monitor extension on.'),
    storedKey('pg_stat_plans_enable', 'boolean', 'Turns the pg_stat_plans extension on.'),
    storedKey('pgaudit', 'object', 'Settings of the pgaudit extension.'),
    storedKey('pgbouncer', 'object', 'Settings of the connection pooler.'),
    storedKey('pglookout', 'object', 'Settings of the failover monitor.'),
    storedKey('shared_buffers_percentage', 'number', 'Share of memory used for shared buffers.', {
      minimum: 20,
      maximum: 60,
    }),
    storedKey('switchover_windows', 'array', 'When the primary may change: weekday, from, to.', { maxItems: 28 }),
    storedKey('synchronous_replication', 'string', 'Kind of synchronous replication.', { values: ['off', 'quorum'] }),
    storedKey('timescaledb', 'object', 'Settings of the TimescaleDB extension.'),
    storedKey('work_mem', 'integer', 'Memory of one query operation, in MB.', { minimum: 1, maximum: 1024 }),
  ],
  sources: [
    schemaSource,
    forkPage,
    backupsPage,
    documented('documentation, products/postgresql/howto/restore-backup: hobbyist cannot be forked, free is no target'),
    documented('documentation, products/postgresql/concepts/pg-backups: full backups are specific to a major version'),
    newestIsDefault,
  ],
}));
