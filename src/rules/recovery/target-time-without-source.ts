import { fromSchema, inferred } from '../cite';
import { hasKey, typeOf, writtenSetting } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 5: a recovery time makes sense only in a fork. */
export const targetTimeWithoutSource = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Recovery time is given without a service to fork',
  why: 'Terraform sends the time alone, and an ordinary service without any data would be made.',
  attribute: 'user_config.recovery_target_time',
  sources: [
    fromSchema('aiven-client, service create: the time is dropped without a source'),
    inferred('a recovery time only says what of the source is restored'),
  ],
  asks: { any: ['user_config.recovery_target_time', 'latest_transaction'] },
  predicts: ['fork_source_missing_key'],
  messages: {
    time: {
      detail: 'recovery_target_time is {value}, and there is no service_to_fork_from.',
      remedy: 'Name the source in service_to_fork_from, or take recovery_target_time out.',
    },
    'latest-transaction': {
      detail: 'The latest transaction is asked for, and there is no service_to_fork_from.',
      remedy: 'Name the source in service_to_fork_from, or ask for no recovery point.',
    },
  },
  check: (subject) => {
    if (subject.replicaOf !== undefined) return notApplicable;
    if (!subject.isFork && subject.request.latestTransaction) return violated('latest-transaction', {});
    const type = orStop(typeOf(subject));
    if (!hasKey(type, 'recovery_target_time')) return notApplicable;
    const time = writtenSetting(subject, 'recovery_target_time');
    if (time.kind === 'stopped') return subject.isFork ? notApplicable : time.verdict;
    return subject.isFork ? pass : violated('time', { value: JSON.stringify(time.value) });
  },
});
