import { providerSource, userConfigSchema } from '../cite';
import { hasKey, typeOf } from '../recovery-target';
import { resourcePath } from '../resource-path';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

const attribute = 'user_config.recovery_target_time';

/** Rule 38: a create-only time must not be computed anew on every run. */
export const targetTimeChangesEveryRun = defineRule({
  severity: 'error',
  scope: 'settings',
  title: 'Recovery time changes on every run',
  why: 'The key is create-only: another value means that the fork is destroyed and made again, on every run.',
  attribute,
  sources: [userConfigSchema, providerSource('user_config keys that force replacement')],
  planOnly: 'Each run sends one time that is in order; only the plan shows that the next run sends another.',
  messages: {
    volatile: {
      detail: 'recovery_target_time is computed from the time of the run, so every run asks for another fork.',
      remedy: 'Write the instant as a fixed text, or ask for the latest transaction: it is resolved once, at create.',
      remedyIn: { vendor: 'Write the instant as a fixed text.' },
    },
    'unless-ignored': {
      severity: 'warning',
      detail:
        'recovery_target_time is computed from the time of the run: the next plan asks for another instant, and ' +
        'destroys the fork to make it again, unless the block ignores the change. A plan does not show whether it does.',
      remedy:
        'Write the instant as a fixed text. No action is needed if lifecycle has ignore_changes with {path} in it.',
    },
  },
  check: (subject) => {
    const type = orStop(typeOf(subject));
    if (!hasKey(type, 'recovery_target_time')) return notApplicable;
    const { volatile, change } = subject.request;
    if (volatile?.includes(attribute))
      return change === undefined
        ? violated('volatile', {})
        : violated('unless-ignored', { path: resourcePath(subject.request, attribute) });
    const time = subject.setting('recovery_target_time');
    return time.known && time.value === undefined ? notApplicable : pass;
  },
});
