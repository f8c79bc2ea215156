import type { BackupFacts, EpochMs, Plan, ServiceFacts, ServiceType } from '../domain';
import { hourlyRestorableMs, keptCount, longestAgeMs, newerThan } from './backup-retention';
import { nextBackupAfter } from './backup-schedule';
import { longestOffMs } from './longest-off';

/**
 * The last instant at which a backup, and every point that is replayed onto it, can still be restored.
 * Nothing expires while the service is powered off, until it is deleted for that; undefined: nobody tells since when it is.
 * Where the schedule can't be told, the earliest end possible.
 * Assumes that the service keeps running on its plan. A newest backup older than its plan keeps is kept until the next one, which may
 * come at any moment.
 */
export const restorableUntil = (
  backup: BackupFacts,
  service: ServiceFacts,
  { plan, type, now }: { readonly plan: Plan; readonly type: ServiceType; readonly now: EpochMs },
): EpochMs | undefined => {
  if (service.state === 'POWEROFF') {
    const { poweredOffSince: since } = service;
    return typeof since === 'number' ? since + longestOffMs - 1 : undefined;
  }
  const ageMs = longestAgeMs(plan.backup, backup.series);
  const hourlyEnd = backup.series === 'frequent' ? backup.completedAt + hourlyRestorableMs : Number.POSITIVE_INFINITY;
  if (ageMs !== undefined) return Math.max(now, Math.min(backup.completedAt + ageMs, hourlyEnd));
  const newer = newerThan(service.backups, backup).filter(({ completedAt }) => completedAt <= now).length;
  const moreToCome = Math.max(keptCount(plan.backup, service.userConfig) - newer, 1);
  const next = nextBackupAfter(now, service, { policy: plan.backup, type });
  return Math.min(next.at + (moreToCome - 1) * next.intervalMs - 1, hourlyEnd);
};
