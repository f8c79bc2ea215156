import type { BackupsBody, BackupRegionsBody } from '../../api';
import { sizeWords } from '../../domain';
import { fields, table } from './table';
import { instantText } from './time';

/** Backups for people, oldest first, and below them what can be restored from where. */
export const backupsText = ({ backups, pitr }: BackupsBody, now: string | undefined): string => {
  const list =
    backups.length === 0
      ? 'no backups'
      : table(
          ['backup', 'completed', 'size', 'kept in', 'copy in'],
          backups.map((backup) => [
            backup.backup_name,
            instantText(backup.backup_time, now),
            sizeWords(backup.data_size),
            backup.storage_location ?? '',
            (backup.additional_regions ?? [])
              .map(({ cloud, paused }) => `${cloud}${paused ? ' (paused)' : ''}`)
              .join(', '),
          ]),
        );
  if (pitr === undefined) return list;
  const ranges = [
    ['primary', pitr.primary_region] as const,
    ...pitr.additional_regions.map((region) => [region.cloud, region] as const),
  ];
  const shown = ranges.map(
    ([where, range]) => [where, windowText(range.pitr_range_start, range.pitr_range_end)] as const,
  );
  return `${list}\n\nAny instant can be restored, both ends included:\n${fields(shown)}`;
};

/** One window: an open end is now, and no start means nothing yet. */
export const windowText = (earliest: string | null, latest: string | null): string =>
  earliest === null ? 'nothing yet' : `${earliest} … ${latest ?? 'now'}`;

/** The second backup region for people. */
export const backupRegionsText = (regions: BackupRegionsBody): string =>
  fields([
    ['region', regions.cloud ?? 'none'],
    ['status', regions.pause_reason ? `${regions.status}: ${regions.pause_reason}` : regions.status],
    ['set', regions.changed_at === null ? undefined : instantText(regions.changed_at, regions.now)],
    ['lag', regions.lag_seconds === null ? undefined : `${Math.round(regions.lag_seconds)} s`],
    ['copies', regions.cloud === null ? undefined : String(regions.copied_backups)],
    ['oldest copy', regions.oldest_copy_at === null ? undefined : instantText(regions.oldest_copy_at, regions.now)],
    ...regions.windows.map(
      ({ role, location, earliest, latest }) => [role, `${windowText(earliest, latest)} in ${location}`] as const,
    ),
  ]);
