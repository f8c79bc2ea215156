import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, json, jsonObject, list, nullableText, period } from './fields';
import { GET, POST, PUT, operation } from './operation';
import { chart } from './chart';
import { backup } from './service-answer';

const range = once(() => ({ pitr_range_start: nullableText, pitr_range_end: nullableText }));

/** Answer of ServiceBackupsGet; `pitr` is absent for types without point-in-time recovery. @see API reference (read 2026-11-20) */
export const backups = once(() =>
  atLeast({
    backups: list(backup()),
    backup_progress: z.exactOptional(z.string()),
    scheduled_backup_time: z.exactOptional(jsonObject),
    /** The intervals restorable per location. Null start: nothing yet; null end: up to now. */
    pitr: z.exactOptional(
      atLeast({
        primary_region: atLeast(range()),
        additional_regions: list(atLeast({ ...range(), cloud: z.string(), region: z.exactOptional(z.string()) })),
      }),
    ),
  }),
);

export type BackupsBody = z.infer<ReturnType<typeof backups>>;

/** Seconds by time, oldest first. */
const lagReport = once(() => atLeast({ replication_lag: chart() }));

/** What can be restored from one location. Null earliest: nothing yet; null latest: up to now. */
export const window = once(() =>
  atLeast({
    location: z.string(),
    role: z.enum(['primary', 'secondary']),
    earliest: nullableText,
    latest: nullableText,
  }),
);

/** The second backup region of a service, with what can be restored from where. Instants are RFC 3339. */
const backupRegions = once(() =>
  atLeast({
    now: z.string(),
    /** Null: none is set. */
    cloud: nullableText,
    changed_at: nullableText,
    status: z.enum(['none', 'pending', 'available', 'paused']),
    /** Why nothing is copied at present; null: it is. */
    pause_reason: z.exactOptional(nullableText),
    lag_seconds: z.nullable(z.number()),
    copied_backups: z.number(),
    oldest_copy_at: nullableText,
    windows: list(window()),
  }),
);

export type BackupRegionsBody = z.infer<ReturnType<typeof backupRegions>>;

/** Operations on backups and the second backup region. */
export const backupOperations = {
  ServiceBackupsGet: operation({
    ...GET('/v1/project/{project}/service/{service}/backups'),
    summary: 'Lists the backups of a service, with the windows restorable per location.',
    answer: backups,
  }),

  ServiceBackupToAnotherRegionReport: operation({
    ...POST('/v1/project/{project}/service/{service}/backup_to_another_region/report'),
    needs: 'read',
    summary: 'Reports the replication lag of the second backup region over a period that ends now.',
    body: () => z.strictObject({ period, kafka_topic_name: z.exactOptional(json) }),
    answer: () => atLeast({ metrics: lagReport() }),
    refuses: ['operation_not_simulated'],
  }),

  BackupRegionStatus: operation({
    ...GET('/v1/forkcast/project/{project}/service/{service}/backup_regions'),
    summary: 'Shows the second backup region of a service: target, status, lag and windows.',
    answer: backupRegions,
  }),

  BackupCopyPause: operation({
    ...PUT('/v1/forkcast/project/{project}/service/{service}/backup_copy'),
    needs: 'admin',
    summary: 'Pauses or resumes the copying of backups to the second region.',
    body: () => z.strictObject({ paused: z.boolean() }),
    refuses: ['secondary_not_available'],
  }),
};
