import type { BackupPolicy } from '../plan';

/** No backups. */
export const noBackups: BackupPolicy = { recoveryMode: 'basic', intervalHours: 24, maxCount: 0 };

/** Daily base backups with a continuous log. */
export const pointInTime = (days: number): BackupPolicy => ({
  recoveryMode: 'pitr',
  intervalHours: 24,
  maxCount: days,
});

/** One backup a day. */
export const daily = (days: number): BackupPolicy => ({ recoveryMode: 'basic', intervalHours: 24, maxCount: days });

/** Two backups a day; one once `backup_hour` is set. */
export const twiceDaily = (count: number): BackupPolicy => ({
  recoveryMode: 'basic',
  intervalHours: 12,
  maxCount: count,
});

/**
 * An hourly series of 24 hours and a daily series of `days`. The count is that of the daily series.
 * @see documentation, platform/concepts/service_backups (read 2026-11-20)
 */
export const hourlyAndDaily = (days: number): BackupPolicy => ({
  ...daily(days),
  frequentIntervalMinutes: 60,
  frequentOldestAgeMinutes: 1_440,
  infrequentIntervalMinutes: 1_440,
  infrequentOldestAgeMinutes: days * 1_440,
});
