import { settingOf } from '../asked';
import { inferred } from '../cite';
import { defineRule } from '../rule';
import { notApplicable, pass, violated } from '../verdict';

const keys = ['recovery_target_time', 'recovery_basebackup_name'] as const;

/** Rule 115: a fork has one recovery point. */
export const twoRecoveryPoints = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Two recovery points are asked for',
  why: 'A fork holds the state of one instant: of two that are asked for, one would be ignored.',
  attribute: 'user_config.recovery_target_time',
  sources: [inferred('the latest transaction is itself a recovery time, found when the fork is made')],
  asks: { any: ['latest_transaction'] },
  predicts: ['recovery_keys_conflict'],
  messages: {
    both: {
      detail: 'The latest transaction is asked for, and {key} is set as well.',
      remedy: 'Take one of them out.',
    },
  },
  check: (subject) => {
    if (!subject.isFork || !subject.request.latestTransaction) return notApplicable;
    for (const key of keys) {
      if (settingOf(subject, key) !== undefined) return violated('both', { key }, `user_config.${key}`);
    }
    return pass;
  },
});
