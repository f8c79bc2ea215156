import { backupCopyPause, backupList, backupRegionReport, backupRegionStatus } from '../../../api';
import { toRfc3339, type EpochMs } from '../../../domain';
import { answered, onAccepted, onService } from '../answer';
import { backupsBody } from '../backup-bodies';
import { route } from '../route';
import { idOf } from './services';

/** How the registry answers operations on backups and the second backup region. */
export const backupRoutes = [
  route(backupList, (registry, { parameters }) =>
    onService(registry, parameters, (detail) =>
      answered(backupsBody(detail, { catalogue: registry.catalogue(), now: registry.clock().now })),
    ),
  ),

  route(backupRegionReport, (registry, { parameters, body }) =>
    onService(registry, parameters, (detail) => {
      const samples = registry.lagReport(idOf(parameters), body.period ?? 'hour') ?? [];
      const cloud = detail.backupRegion.cloud;
      const rows = samples.map((sample): readonly [string, number] => [toRfc3339(sample.at), sample.lagSeconds]);
      const time = { label: 'time', type: 'date' };
      const cols = cloud === null ? [time] : [time, { label: cloud, type: 'number' }];
      const hints = { title: 'Backup replication lag (s)' };
      return answered({ metrics: { replication_lag: { data: { cols, rows }, hints } } });
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
