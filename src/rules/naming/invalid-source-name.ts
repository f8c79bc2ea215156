import { sourceKeys } from '../asks';
import { serviceNamePattern, sourceKeyNames } from '../../domain';
import { userConfigSchema } from '../cite';
import { writtenText } from '../../planner';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

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
  check: ({ request: { address }, setting }) => {
    const written = sourceKeyNames.map((key) => ({ path: `user_config.${key}`, value: setting(key) }));
    for (const { path, value } of written) {
      if (!value.known) return undecided(`${path} of ${address}`);
      const name = writtenText(value.value);
      if (name === undefined) continue;
      if (typeof value.value !== 'string' || !serviceNamePattern.test(name)) return violated('invalid', { name }, path);
    }
    return written.some(({ value }) => value.known && writtenText(value.value) !== undefined) ? pass : notApplicable;
  },
});
