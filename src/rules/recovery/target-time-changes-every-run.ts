import { providerSource, userConfigSchema } from '../cite';
import { hasKey, typeOf } from '../recovery-target';
import { defineRule } from '../rule';
import { notApplicable, pass, violated } from '../verdict';

const attribute = 'user_config.recovery_target_time';

/** Rule 38: a create-only time must not be computed anew on every run. */
export const targetTimeChangesEveryRun = defineRule({
  id: 'recovery/target-time-changes-every-run',
  number: 38,
  severity: 'error',
  scope: 'settings',
  needs: ['configuration', 'catalogue'],
  title: 'Recovery time changes on every run',
  why: 'The key is create-only: another value means that the fork is destroyed and made again, on every run.',
  attribute,
  sources: [userConfigSchema, providerSource('user_config keys that force replacement')],
  predicts: [],
  planOnly: 'Each run sends one time that is in order; only the plan shows that the next run sends another.',
  messages: {
    volatile: {
      detail: 'recovery_target_time is computed from the time of the run, so every run asks for another fork.',
      remedy: 'Write the instant as a fixed text, or ask for the latest transaction: it is resolved once, at create.',
    },
  },
  check: (subject) => {
    const type = typeOf(subject);
    if (type.kind === 'stopped') return type.verdict;
    if (!hasKey(type.value, 'recovery_target_time')) return notApplicable;
    if (subject.request.volatile?.includes(attribute)) return violated('volatile', {});
    const time = subject.setting('recovery_target_time');
    return time.known && time.value === undefined ? notApplicable : pass;
  },
});
