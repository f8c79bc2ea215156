import { surelyFork } from '../asked';
import { documented, userConfigSchema } from '../cite';
import { hasKey, typeOf } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

const keys = ['admin_username', 'admin_password'];

/** Rule 78: the users of a fork are those of its source. */
export const administratorOverridden = defineRule({
  severity: 'warning',
  scope: 'creation',
  title: 'Fork sets an administrator, and has that of its source',
  why: 'Service users are copied with the data. A name or password for the first administrator may conflict with them, or have no effect.',
  attribute: 'user_config.admin_username',
  sources: [userConfigSchema, documented('documentation, Fork a service: service users are copied')],
  planOnly: 'The registry takes the keys: which of the two passwords opens the fork is not documented.',
  messages: {
    set: {
      detail: '{key} is set, and the fork gets the users of its source with their passwords.',
      remedy: 'Leave {key} out, and reset the password once the fork runs.',
    },
  },
  check: (subject) => {
    if (!subject.isFork) return notApplicable;
    const type = orStop(typeOf(subject));
    if (!keys.some((key) => hasKey(type, key))) return notApplicable;
    const key = keys.find((candidate) => {
      const setting = subject.setting(candidate);
      return !setting.known || setting.value !== undefined;
    });
    if (key === undefined) return pass;
    surelyFork(subject);
    return violated('set', { key }, `user_config.${key}`);
  },
});
