import { minuteMs, type BackupFacts, type BackupPolicy, type EpochMs } from '../../src/domain';

/** A simple model of retention: what a running service on a plan keeps at an instant, by age or by number. */
export const retainedAt = (
  backups: readonly BackupFacts[],
  policy: BackupPolicy,
  now: EpochMs,
): readonly BackupFacts[] => {
  const { infrequentOldestAgeMinutes: ageMinutes } = policy;
  const completed = backups.filter(({ completedAt }) => completedAt <= now);
  return ageMinutes === undefined
    ? completed.slice(-policy.maxCount)
    : completed.filter(({ completedAt }) => now - completedAt <= ageMinutes * minuteMs);
};
