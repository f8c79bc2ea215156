import type { backupOperations } from '../../../api';
import { toRfc3339 } from '../../../domain';
import { answered, carryOut, onPosted, onService, refused } from '../answer';
import { backupsBody, windowBody } from '../backup-bodies';
import { chart } from '../chart';
import type { Routes } from '../route';
import { writeInstant } from '../write-instant';

/** How the registry answers operations on backups and the second backup region. */
export const backupRoutes: Routes<typeof backupOperations> = {
  ServiceBackupsGet: (registry, { at }) =>
    onService(registry, at, (detail) =>
      answered(backupsBody(detail, { catalogue: registry.catalogue(), now: registry.clock().now })),
    ),

  ServiceBackupToAnotherRegionReport: (registry, { at, body }) =>
    onPosted(registry, at, (detail) => {
      if (body.kafka_topic_name !== undefined && body.kafka_topic_name !== null) {
        return refused(
          'operation_not_simulated',
          'The field kafka_topic_name is not simulated: services of type kafka have no backup to another region. Leave it out.',
        );
      }
      const samples = registry.lagReport(at, body.period ?? 'hour') ?? [];
      const { cloud } = detail.facts.backupRegion;
      const points = samples.map(({ at, lagSeconds }) => ({ at, value: lagSeconds }));
      const line = cloud === null ? undefined : { label: cloud, points };
      return answered({ metrics: { replication_lag: chart('Backup replication lag (s)', line) } });
    }),

  BackupRegionStatus: (registry, { at }) =>
    onService(registry, at, (detail) => {
      const { now } = registry.clock();
      const {
        facts: { backupRegion: region },
      } = detail;
      const copies = detail.facts.backups.filter(
        (backup) => backup.copy !== undefined && backup.copy.replicatedAt <= now,
      );
      return answered({
        now: toRfc3339(now),
        cloud: region.cloud,
        changed_at: writeInstant(region.changedAt),
        status: region.status,
        pause_reason: region.pauseReason ?? null,
        lag_seconds: region.lagSeconds,
        copied_backups: copies.length,
        oldest_copy_at: writeInstant(copies[0]?.completedAt ?? null),
        windows: (detail.facts.windows ?? []).map(windowBody),
      });
    }),

  BackupCopyPause: (registry, { at, body }) =>
    carryOut(registry, { type: 'SetBackupCopyPaused', ...at, paused: body.paused }, body.paused ? 'paused' : 'resumed'),
};
