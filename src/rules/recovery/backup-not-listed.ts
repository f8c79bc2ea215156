import { serviceKey, toRfc3339, type BackupFacts, type EpochMs, type ServiceFacts } from '../../domain';
import { nowOf } from '../asked';
import { hourlyRestorableSince, isRestorable } from '../backup-retention';
import { backupsPage, inferred } from '../cite';
import { liveSourceOf } from '../live-source';
import { passWhileKept } from '../passing-while-kept';
import { recoveryTargetOf } from '../recovery-target';
import { readableBackups } from '../recovery-window';
import { requiredRole } from '../restore-role';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, violated } from '../verdict';

/** Rule 36: the named backup is one of the source, and can be restored. */
export const backupNotListed = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Named backup cannot be restored',
  why: 'A backup leaves the list when it expires. Hourly backups of OpenSearch are restorable from the previous day only.',
  attribute: 'user_config.recovery_basebackup_name',
  sources: [
    backupsPage,
    inferred('a name that is not listed is no backup of the source'),
    inferred('the previous day is the one before the newest backup'),
  ],
  asks: { any: ['user_config.recovery_basebackup_name'], about: ['primary'] },
  predicts: ['recovery_backup_not_found', 'recovery_backup_not_restorable'],
  messages: {
    'not-listed': {
      detail: '"{name}" is not among the {count} backups of {source}.',
      remedy: '{hint}',
    },
    'hourly-too-old': {
      detail: 'The hourly backup "{name}" was completed at {completed}; only those since {since} are restorable.',
      remedy: '{hint}',
    },
    'source-not-made': {
      detail: '{source} is made in this same run, so it has no backup "{name}" yet.',
      remedy: 'Leave the name out: the fork then gets the first backup of {source}.',
    },
  },
  check: (subject) => {
    const target = orStop(recoveryTargetOf(subject));
    if (target.kind !== 'backup') return notApplicable;
    const name = target.backupName;
    if (subject.source.kind === 'declared') {
      return violated('source-not-made', { source: subject.source.request.address, name });
    }
    const now = nowOf(subject);
    const service = orStop(liveSourceOf(subject));
    if (requiredRole(subject, service) === 'secondary') return notApplicable;
    const backups = readableBackups(service, 'primary', now);
    if (backups.length === 0 && !subject.request.waitsForSource) return notApplicable;
    const backup = backups.find((candidate) => candidate.name === name);
    const hint = writeHint(service, backups, now);
    if (!backup) return violated('not-listed', { source: serviceKey(service), name, count: backups.length, hint });
    if (!isRestorable(backup, service, now)) {
      const instants = {
        completed: toRfc3339(backup.completedAt),
        since: toRfc3339(hourlyRestorableSince(service, now)),
      };
      return violated('hourly-too-old', { name, ...instants, hint });
    }
    return passWhileKept(subject, service, { backup, now });
  },
});

const writeHint = (service: ServiceFacts, backups: readonly BackupFacts[], now: EpochMs): string => {
  const newest = backups.filter((backup) => isRestorable(backup, service, now)).at(-1);
  return newest === undefined
    ? 'Wait for a backup, or leave the name out.'
    : `Choose another, such as "${newest.name}", the newest that can be restored.`;
};
