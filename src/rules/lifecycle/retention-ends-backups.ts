import { counted, hourMs, planKey, serviceKey, toRfc3339 } from '../../domain';
import { nowOf, settingOf } from '../asked';
import { keptCount, retentionKey } from '../backup-retention';
import { documented } from '../cite';
import { changedService } from '../live-change';
import { readableBackups } from '../recovery-window';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 160: fewer days of retention end backups at once. */
export const retentionEndsBackups = defineRule({
  severity: 'warning',
  scope: 'lifecycle',
  only: 'change',
  title: 'Shorter retention ends the oldest restore points',
  why:
    'Backups that are older than backup_retention_days are deleted. A smaller number, or none where the plan keeps fewer, moves the ' +
    'beginning of the recovery window forward at once, and no later change brings back what is gone.',
  attribute: 'user_config.backup_retention_days',
  sources: [documented('schema of user_config: backup_retention_days, older backups are automatically deleted')],
  planOnly: 'The registry keeps as many as it is told: which restore points are gone shows afterwards.',
  messages: {
    ends: {
      detail:
        'With {key} {days}, {lost} of {service} {end}: the oldest that stays is of {earliest}, and nothing before it can be restored.',
      remedy: 'Keep the retention, or fork it first if an earlier state may be wanted.',
    },
  },
  check: (subject) => {
    const live = orStop(changedService(subject));
    const written = settingOf(subject, retentionKey);
    if (written === undefined || live.replicaOf !== null) return notApplicable;
    const plan = subject.catalogue.plans.get(planKey(live.type, live.plan));
    if (plan === undefined) return notApplicable;
    const kept = keptCount(plan.backup, { ...live.userConfig, [retentionKey]: written });
    const backups = readableBackups(live, 'primary', nowOf(subject));
    const lost = backups.length - kept;
    const oldest = backups[lost];
    if (lost <= 0 || oldest === undefined) return pass;
    return violated('ends', {
      key: retentionKey,
      days: `of ${counted(Math.round((kept * plan.backup.intervalHours * hourMs) / (24 * hourMs)), 'day')}`,
      lost: counted(lost, 'backup'),
      end: lost === 1 ? 'ends' : 'end',
      service: serviceKey(live),
      earliest: toRfc3339(oldest.completedAt),
    });
  },
});
