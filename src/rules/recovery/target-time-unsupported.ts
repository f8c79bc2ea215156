import { serviceTypes } from '../../domain';
import { backupsPage, userConfigSchema } from '../cite';
import { hasKey, isNeverForked, typeOf, writtenSetting } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 6: only types with a continuous log restore to an instant. */
export const targetTimeUnsupported = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Service type cannot be restored to an instant',
  why: 'Only PostgreSQL and MySQL keep a continuous log; other types restore a backup as it is.',
  attribute: 'user_config.recovery_target_time',
  sources: [userConfigSchema, backupsPage],
  // ClickHouse has a rule of its own.
  asks: {
    types: serviceTypes.flatMap((type) =>
      type.name === 'clickhouse' || hasKey(type, 'recovery_target_time') ? [] : [type.name],
    ),
    about: ['user_config.recovery_target_time', 'latest_transaction'],
    any: ['user_config.recovery_target_time', 'latest_transaction'],
  },
  predicts: ['recovery_key_unsupported'],
  messages: {
    'named-backup': {
      detail: '{title} has no recovery_target_time: a fork holds a backup as it was taken.',
      remedy: 'Name a backup in recovery_basebackup_name, or leave both out for the newest one.',
    },
    'newest-only': {
      detail: '{title} has no recovery_target_time, and no other way to choose a recovery point.',
      remedy: 'Leave it out.',
    },
  },
  check: (subject) => {
    const type = orStop(typeOf(subject));
    const { name, title, recovery } = type;
    if (name === 'clickhouse' || isNeverForked(subject, type)) return notApplicable;
    const time = writtenSetting(subject, 'recovery_target_time');
    if (time.kind === 'stopped' && !subject.request.latestTransaction) return time.verdict;
    if (hasKey(type, 'recovery_target_time')) return pass;
    return violated(recovery === 'named-backup' ? 'named-backup' : 'newest-only', { title });
  },
});
