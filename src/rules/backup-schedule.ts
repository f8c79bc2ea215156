import {
  dayMs,
  hourMs,
  minuteMs,
  type BackupFacts,
  type BackupPolicy,
  type EpochMs,
  type ServiceFacts,
  type ServiceType,
} from '../domain';

/** When the next regular backup is due. `earliest` where it can't be told: it may come at any moment after. */
interface NextBackup {
  readonly at: EpochMs;
  readonly exact: boolean;
  readonly intervalMs: number;
}

/** Milliseconds between two regular backups: the plan's, or a day once the hour of the backup was chosen. */
const backupIntervalMs = (service: ServiceFacts, policy: BackupPolicy): number =>
  typeof service.userConfig.backup_hour === 'number'
    ? Math.max(policy.intervalHours * hourMs, dayMs)
    : policy.intervalHours * hourMs;

/**
 * When the next regular backup is completed: at the chosen hour and minute, else at the time of day of the earlier ones.
 * A first backup, also of a new version, and one taken before power-off, tell nothing of the schedule; with no other to go by, the
 * earliest possible instant.
 * @see documentation, service_backups: random time of day unless backup_hour and backup_minute are set (read 2026-11-20)
 */
export const nextBackupAfter = (
  now: EpochMs,
  service: ServiceFacts,
  { policy, type }: { readonly policy: BackupPolicy; readonly type: ServiceType },
): NextBackup => {
  const intervalMs = backupIntervalMs(service, policy);
  const anchor = chosenAnchor(service) ?? observedAnchor(service, type, intervalMs);
  if (anchor === undefined) return { at: now + 1, exact: false, intervalMs };
  const intervals = Math.floor((now - anchor) / intervalMs) + 1;
  return { at: anchor + intervals * intervalMs, exact: true, intervalMs };
};

const chosenAnchor = ({ userConfig }: ServiceFacts): EpochMs | undefined =>
  typeof userConfig.backup_hour === 'number' && typeof userConfig.backup_minute === 'number'
    ? userConfig.backup_hour * hourMs + userConfig.backup_minute * minuteMs
    : undefined;

const observedAnchor = (service: ServiceFacts, type: ServiceType, intervalMs: number): EpochMs | undefined => {
  const { backups, firstBackupAt, versionChangedAt } = service;
  const ofVersion =
    typeof versionChangedAt !== 'number'
      ? undefined
      : backups.find(({ completedAt }) => completedAt >= versionChangedAt);
  const isRegular = (backup: BackupFacts): boolean =>
    backup.series !== 'frequent' && backup.completedAt !== firstBackupAt && backup !== ofVersion;
  const regular = backups.filter(isRegular).reverse();
  const isShared = (backup: BackupFacts): boolean =>
    regular.some((other) => other !== backup && (other.completedAt - backup.completedAt) % intervalMs === 0);
  return (type.backupBeforePowerOff ? regular.find(isShared) : regular[0])?.completedAt;
};
