import { toRfc3339 } from '../../domain';
import { asWritten, nowOf, recoveryTimeOf } from '../asked';
import { inferred } from '../cite';
import { defineRule } from '../rule';
import { pass, violated } from '../verdict';

/** Rule 32: what has not happened yet cannot be restored. */
export const targetTimeInFuture = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Recovery time lies in the future',
  why: 'A time that has not come yet can never be restored; it is most often a wrong year or a wrong offset.',
  attribute: 'user_config.recovery_target_time',
  sources: [inferred('a log holds what has happened')],
  predicts: ['recovery_time_in_future'],
  messages: {
    future: {
      detail: '{time} has not come yet: it is {now} now.',
      remedy: 'Choose a time up to {now}; check year and offset.',
    },
  },
  check: (subject) => {
    const time = recoveryTimeOf(subject);
    const now = nowOf(subject);
    return time.at <= now ? pass : violated('future', { time: asWritten(time), now: toRfc3339(now) });
  },
});
