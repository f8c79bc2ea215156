import type { UserConfigKey } from '../user-config-key';
import { behaviourKey, forkKey, secretKey, storedKey } from './define-key';

const namePattern = '^[a-z][-a-z0-9]{0,63}$|^$';

/** The service to fork; the empty text means none. */
const serviceToForkFrom: UserConfigKey = forkKey(
  'service_to_fork_from',
  'string',
  'Name of the service to fork; read only while the service is created.',
  { createOnly: true, nullable: true, maxLength: 64, pattern: namePattern },
);

/** The project of the service to fork. The pattern would allow 64 characters; the length limit of 63 wins. */
const projectToForkFrom: UserConfigKey = forkKey(
  'project_to_fork_from',
  'string',
  'Name of the project of the service to fork, when it is another project; read only while the service is created.',
  { createOnly: true, nullable: true, maxLength: 63, pattern: namePattern },
);

/** The two keys of every forkable type. */
export const forkSourceKeys: readonly UserConfigKey[] = [serviceToForkFrom, projectToForkFrom];

/** The instant to restore; types with point-in-time recovery only. The schema has no pattern. */
export const recoveryTargetTime: UserConfigKey = forkKey(
  'recovery_target_time',
  'string',
  'Instant that the fork is restored to; read only while the service is created.',
  { createOnly: true, maxLength: 32 },
);

/** The backup to restore; types with named backups only. Not marked create-only by the schema, yet read only at creation. */
export const recoveryBasebackupName: UserConfigKey = forkKey(
  'recovery_basebackup_name',
  'string',
  'Name of the backup that the fork is restored from.',
  { maxLength: 128, pattern: '^[a-zA-Z0-9-_:.]+$' },
);

/** Deprecated predecessor of `service_to_fork_from`. */
export const pgServiceToForkFrom: UserConfigKey = forkKey(
  'pg_service_to_fork_from',
  'string',
  'Name of the service to fork; use service_to_fork_from.',
  { createOnly: true, nullable: true, maxLength: 64, pattern: namePattern, deprecated: true },
);

/** Deprecated way to make a read replica, together with a fork key. */
export const pgReadReplica: UserConfigKey = behaviourKey(
  'pg_read_replica',
  'boolean',
  'The service being forked becomes a read replica; use a read_replica integration.',
  { nullable: true, deprecated: true },
);

/** The one region that backups are copied to. The bounds are those of each item. */
export const additionalBackupRegions: UserConfigKey = behaviourKey(
  'additional_backup_regions',
  'string-array',
  'Region of the same provider that backups are copied to; at most one.',
  { maxItems: 1, maxLength: 256, pattern: '^[a-z0-9-]+$' },
);

/** The same key where the schema marks it deprecated: accepted, without effect. */
export const additionalBackupRegionsDeprecated: UserConfigKey = {
  ...additionalBackupRegions,
  deprecated: true,
  summary: 'Region that backups are copied to; deprecated, the type has no such copies.',
};

/** When the daily backup starts, UTC; random until both are set. */
export const backupTimeKeys: readonly UserConfigKey[] = [
  behaviourKey('backup_hour', 'integer', 'Hour of the day, UTC, when the backup starts.', {
    nullable: true,
    minimum: 0,
    maximum: 23,
  }),
  behaviourKey('backup_minute', 'integer', 'Minute of the hour when the backup starts.', {
    nullable: true,
    minimum: 0,
    maximum: 59,
  }),
];

/** Name and password of the administrator, set only while the service is created. */
export const adminKeys: readonly UserConfigKey[] = [
  storedKey('admin_username', 'string', 'Name of the administrator; read only while the service is created.', {
    createOnly: true,
    maxLength: 64,
    pattern: '^[_A-Za-z0-9][-._A-Za-z0-9]{0,63}$',
  }),
  secretKey('admin_password', 'string', 'Password of the administrator; read only while the service is created.', {
    createOnly: true,
    minLength: 8,
    maxLength: 256,
    pattern: '^[a-zA-Z0-9-_]+$',
  }),
];
