import { nearestService, serviceNamePattern, sourceKeyNames } from '../../domain';
import { writtenText } from '../../planner';
import { settingOf } from '../asked';
import { sourceKeys } from '../asks';
import { userConfigSchema } from '../cite';
import { namesIn } from '../elsewhere';
import { defineRule } from '../rule';
import type { Subject } from '../subject';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 1: the name written in the source key. */
export const invalidSourceName = defineRule({
  severity: 'error',
  scope: 'creation',
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
        '{hint}Give the name alone, as the service list of its project shows it. Its project goes into project_to_fork_from.',
    },
  },
  check: (subject) => {
    let verdict = notApplicable;
    for (const key of sourceKeyNames) {
      const value = settingOf(subject, key);
      const name = writtenText(value);
      if (name === undefined) continue;
      if (typeof value !== 'string' || !serviceNamePattern.test(name)) {
        const meant = nearestService(name, namesBeside(subject));
        const hint = meant === undefined ? '' : `Did you mean "${meant}"? `;
        return violated('invalid', { name, hint }, `user_config.${key}`);
      }
      verdict = pass;
    }
    return verdict;
  },
});

/** Of the services that the source may be one of: those of its project, as facts or the configuration tell. */
const namesBeside = ({ sourceName, request, facts, configuration }: Subject): readonly string[] => {
  const { project } = sourceName ?? request;
  if (!project.known) return [];
  const declared = configuration.requests.flatMap((other) =>
    other !== request && other.serviceName.known && other.project.known && other.project.value === project.value
      ? [other.serviceName.value]
      : [],
  );
  return [...declared, ...(facts === undefined ? [] : namesIn(facts, project.value))];
};
