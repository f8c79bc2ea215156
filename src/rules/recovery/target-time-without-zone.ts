import { toRfc3339 } from '../../domain';
import { recoveryTimeOf } from '../asked';
import { forkPage, inferred, userConfigSchema } from '../cite';
import { defineRule } from '../rule';
import { pass, violated } from '../verdict';

/** Rule 12: a recovery time without zone means UTC. */
export const targetTimeWithoutZone = defineRule({
  severity: 'warning',
  scope: 'creation',
  title: 'Recovery time names no zone and is read as UTC',
  why: 'Who copies a time from a screen without its offset restores hours too much or too little.',
  attribute: 'user_config.recovery_target_time',
  sources: [userConfigSchema, forkPage, inferred('times of the API are UTC')],
  planOnly: 'The registry reads the time as UTC and accepts it.',
  messages: {
    utc: {
      detail: '"{text}" names no zone: it means {instant}.',
      remedy: 'Write "{instant}", or give your own offset.',
    },
  },
  check: (subject) => {
    const { zoned, text, at } = recoveryTimeOf(subject);
    return zoned ? pass : violated('utc', { text, instant: toRfc3339(at) });
  },
});
