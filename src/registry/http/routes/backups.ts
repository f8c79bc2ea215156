import { backupCopyPause, backupList, backupRegionReport, backupRegionStatus } from '../../../api';
import { toRfc3339, type EpochMs } from '../../../domain';
import { answered, onAccepted, onPosted, onService, refused } from '../answer';
import { backupsBody } from '../backup-bodies';
import { chart } from '../chart';
import { route } from '../route';
import { idOf } from '../service-answers';

/** How the registry answers operations on backups and the second backup region. */
export const backupRoutes = [
  route(backupList, (registry, { parameters }) =>
    onService(registry, parameters, (detail) =>
      answered(backupsBody(detail, { catalogue: registry.catalogue(), now: registry.clock().now })),
    ),
  ),

  route(backupRegionReport, (registry, { parameters, body }) =>
    onPosted(registry, parameters, (detail) => {
      if (body.kafka_topic_name !== undefined && body.kafka_topic_name !== null) {
        return refused(
          'operation_not_simulated',
          'The field kafka_topic_name is not simulated: services of type kafka have no backup to another region. Leave it out.',
        );
      }
      const samples = registry.lagReport(idOf(parameters), body.period ?? 'hour') ?? [];
      const { cloud } = detail.backupRegion;
      const points = samples.map(({ at, lagSeconds }) => ({ at, value: lagSeconds }));
      const line = cloud === null ? undefined : { label: cloud, points };
      return answered({ metrics: { replication_lag: chart('Backup replication lag (s)', line) } });
    }),
  ),

  route(backupRegionStatus, (registry, { parameters }) =>
    onService(registry, parameters, (detail) => {
      const { now } = registry.clock();
      const { backupRegion: region } = detail;
      const copies = detail.backups.filter((backup) => backup.copy !== undefined && backup.copy.replicatedAt <= now);
      return answered({
        now: toRfc3339(now),
        cloud: region.cloud,
        changed_at: textOf(region.changedAt),
        status: region.status,
        pause_reason: region.pauseReason ?? null,
        lag_seconds: region.lagSeconds,
        copied_backups: copies.length,
        oldest_copy_at: textOf(copies[0]?.completedAt ?? null),
        windows: (detail.windows ?? []).map((window) => ({
          location: window.location,
          role: window.role,
          earliest: textOf(window.earliest),
          latest: textOf(window.latest),
        })),
      });
    }),
  ),

  route(backupCopyPause, (registry, { parameters, body }) =>
    onAccepted(registry.execute({ type: 'SetBackupCopyPaused', ...idOf(parameters), paused: body.paused }), () =>
      answered({ message: body.paused ? 'paused' : 'resumed' }),
    ),
  ),
];

const textOf = (at: EpochMs | null): string | null => (at === null ? null : toRfc3339(at));
