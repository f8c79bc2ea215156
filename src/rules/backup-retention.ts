import { hourMs, minuteMs, type BackupFacts, type BackupPolicy, type EpochMs } from '../domain';

/** Hourly backups can be restored this long after they were completed. @see documentation, service_backups (read 2026-11-20) */
export const hourlyRestorableMs = 24 * hourMs;

/** Whether a backup that is kept can be restored at an instant: an hourly one only for 24 hours. */
export const isRestorable = ({ series, completedAt }: BackupFacts, now: EpochMs): boolean =>
  series === 'regular' || now - completedAt <= hourlyRestorableMs;

/** The longest age of a backup of this series, in milliseconds; undefined: the plan keeps a number of backups instead. */
export const longestAgeMs = (policy: BackupPolicy, series: BackupFacts['series']): number | undefined => {
  const minutes = series === 'frequent' ? policy.frequentOldestAgeMinutes : policy.infrequentOldestAgeMinutes;
  return minutes === undefined ? undefined : minutes * minuteMs;
};

/** The backups of the same series that were completed after this one. */
export const newerThan = (backups: readonly BackupFacts[], backup: BackupFacts): readonly BackupFacts[] =>
  backups.filter((other) => other.series === backup.series && other.completedAt > backup.completedAt);
