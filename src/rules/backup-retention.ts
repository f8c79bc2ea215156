import { hourMs, minuteMs } from '../domain';
import type { BackupFacts, BackupPolicy, EpochMs, JsonObject, ServiceFacts } from '../domain';

/** Hourly backups can be restored from this long before the newest one. @see documentation, service_backups (read 2026-11-20) */
export const hourlyRestorableMs = 24 * hourMs;

/**
 * Since when hourly backups can be restored: those of the day before the newest backup, so that a service that is stopped
 * keeps what it can be restored from.
 */
export const hourlyRestorableSince = ({ backups }: Pick<ServiceFacts, 'backups'>, now: EpochMs): EpochMs =>
  (backups.filter(({ completedAt }) => completedAt <= now).at(-1)?.completedAt ?? now) - hourlyRestorableMs;

/** Whether a backup that is kept can be restored: an hourly one only when it is of the previous day. */
export const isRestorable = (
  { series, completedAt }: BackupFacts,
  service: Pick<ServiceFacts, 'backups'>,
  now: EpochMs,
): boolean => series !== 'frequent' || completedAt >= hourlyRestorableSince(service, now);

/** The longest age of a backup of this series, in milliseconds; undefined: the plan keeps a number of backups instead. */
export const longestAgeMs = (policy: BackupPolicy, series: BackupFacts['series']): number | undefined => {
  const minutes = series === 'frequent' ? policy.frequentOldestAgeMinutes : policy.infrequentOldestAgeMinutes;
  return minutes === undefined ? undefined : minutes * minuteMs;
};

/** The backups of the same series that were completed after this one. */
export const newerThan = (backups: readonly BackupFacts[], backup: BackupFacts): readonly BackupFacts[] =>
  backups.filter((other) => other.series === backup.series && other.completedAt > backup.completedAt);

/** The setting that keeps backups for so many days, in place of the number that the plan keeps. */
export const retentionKey = 'backup_retention_days';

/** How many backups are kept with these settings: those of so many days, else as many as the plan says; a plan without backups has none. */
export const keptCount = ({ maxCount, intervalHours }: BackupPolicy, { [retentionKey]: days }: JsonObject): number =>
  typeof days === 'number' && maxCount > 0 ? Math.max(1, Math.floor((days * 24) / intervalHours)) : maxCount;
