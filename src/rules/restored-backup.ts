import type { BackupFacts, EpochMs, RecoveryTarget, ServiceFacts } from '../domain';
import { isRestorable } from './backup-retention';
import { readableBackups, type Role } from './recovery-window';

/**
 * The base backup that a restore starts from: the named one, the newest one at or before the time, or the newest one that
 * can be restored.
 * Undefined: the location has none. Never throws.
 */
export const restoredBackup = (
  service: ServiceFacts,
  target: RecoveryTarget,
  { role, now }: { readonly role: Role; readonly now: EpochMs },
): BackupFacts | undefined => {
  const readable = readableBackups(service, role, now);
  switch (target.kind) {
    case 'backup':
      return readable.find(({ name }) => name === target.backupName);
    case 'time':
      return readable.filter(({ completedAt }) => completedAt <= target.time.at).at(-1);
    case 'latest-backup':
      return readable.filter((backup) => isRestorable(backup, service, now)).at(-1);
    case 'latest-transaction':
      return readable.at(-1);
  }
};
