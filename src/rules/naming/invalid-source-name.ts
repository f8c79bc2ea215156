import { serviceNamePattern, sourceKeyNames } from '../../domain';
import { writtenText } from '../../planner';
import { settingOf } from '../asked';
import { sourceKeys } from '../asks';
import { userConfigSchema } from '../cite';
import { defineRule } from '../rule';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 1: the name written in the source key. */
export const invalidSourceName = defineRule({
  id: 'naming/invalid-source-name',
  number: 1,
  severity: 'error',
  scope: 'creation',
  needs: ['configuration'],
  title: 'Source name is not a service name',
  why: 'The key holds the bare name of a service. A name of another shape, such as a host or a path, can never be found.',
  attribute: 'user_config.service_to_fork_from',
  sources: [userConfigSchema],
  asks: { any: sourceKeys, about: sourceKeys },
  predicts: ['user_config_value_invalid'],
  messages: {
    invalid: {
      detail: '"{name}" is not a service name: 1 to 64 lower-case letters, digits and hyphens, starting with a letter.',
      remedy:
        'Give the name alone, as the service list of its project shows it. Its project goes into project_to_fork_from.',
    },
  },
  check: (subject) => {
    let verdict = notApplicable;
    for (const key of sourceKeyNames) {
      const value = settingOf(subject, key);
      const name = writtenText(value);
      if (name === undefined) continue;
      if (typeof value !== 'string' || !serviceNamePattern.test(name))
        return violated('invalid', { name }, `user_config.${key}`);
      verdict = pass;
    }
    return verdict;
  },
});
