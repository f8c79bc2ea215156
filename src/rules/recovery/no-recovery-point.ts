import { serviceKey, toRfc3339 } from '../../domain';
import { documented, inferred } from '../cite';
import { durationText } from '../duration-text';
import { recoveryTargetOf, typeOf } from '../recovery-target';
import { servingRole } from '../restore-role';
import { restoredBackup } from '../restored-backup';
import { defineRule } from '../rule';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 37: without a recovery point a fork misses what was written after the newest base backup. */
export const noRecoveryPoint = defineRule({
  id: 'recovery/no-recovery-point',
  number: 37,
  severity: 'warning',
  scope: 'creation',
  needs: ['configuration', 'catalogue'],
  title: 'Fork misses what was written after the newest backup',
  why:
    'Without a recovery time the newest base backup is restored, not the newest transaction: up to a day ' +
    'of data can be missing, and nothing says so.',
  attribute: 'user_config.recovery_target_time',
  sources: [
    documented('terraform-provider-aiven, public thread 1536'),
    inferred('no recovery point means the newest base backup, for types with a continuous log too'),
  ],
  predicts: [],
  planOnly: 'The registry accepts such a fork: it is whole, only older than one may think.',
  messages: {
    gap: {
      detail:
        'No recovery point is given, so the fork gets {backup} of {source}: it misses the {gap} since {completed}.',
      remedy: 'Ask for the latest transaction, or give a recovery_target_time up to {end}.',
    },
    'gap-unknown': {
      detail: 'No recovery point is given, so the fork gets the newest base backup and misses what was written since.',
      remedy: 'Ask for the latest transaction, or give a recovery_target_time.',
    },
  },
  check: (subject) => {
    const target = recoveryTargetOf(subject);
    if (target.kind === 'stopped') return target.verdict;
    const type = typeOf(subject);
    if (type.kind === 'stopped') return type.verdict;
    if (type.value.recovery !== 'point-in-time') return notApplicable;
    const { source, now } = subject;
    if (target.value.kind !== 'latest-backup') return pass;
    if (source.kind === 'unknown') return violated('gap-unknown', {});
    if (source.kind !== 'live' || !now.known) return notApplicable;
    const { service } = source;
    const role = servingRole(subject, service, { target: target.value, now: now.value });
    const backup = restoredBackup(service, target.value, { role, now: now.value });
    if (!backup) return notApplicable;
    const end = service.poweredOffSince ?? now.value;
    if (end <= backup.completedAt) return pass;
    return violated('gap', {
      backup: backup.name,
      source: serviceKey(service),
      gap: durationText(end - backup.completedAt),
      completed: toRfc3339(backup.completedAt),
      end: toRfc3339(end),
    });
  },
});
