import { projectNamePattern } from '../../domain';
import { writtenText } from '../../planner';
import { settingOf } from '../asked';
import { documented, userConfigSchema } from '../cite';
import { defineRule } from '../rule';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 2: the name written in the key of the source's project. */
export const invalidSourceProject = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Source project is not a project name',
  why:
    'The schema allows one character less for a project than for a service: 63. A longer name, or one of ' +
    'another shape, is refused at apply.',
  attribute: 'user_config.project_to_fork_from',
  sources: [
    userConfigSchema,
    documented('terraform-provider-aiven, public thread 66: a project name does not start with a dash'),
  ],
  asks: { any: ['user_config.project_to_fork_from'], about: ['user_config.project_to_fork_from'] },
  predicts: ['user_config_value_invalid'],
  messages: {
    invalid: {
      detail: '"{name}" is not a project name: 1 to 63 lower-case letters, digits and hyphens, starting with a letter.',
      remedy: 'Give the name of the project that holds the source, or take the key out when that is the own project.',
    },
  },
  check: (subject) => {
    const value = settingOf(subject, 'project_to_fork_from');
    const name = writtenText(value);
    if (name === undefined) return notApplicable;
    return typeof value === 'string' && projectNamePattern.test(name) ? pass : violated('invalid', { name });
  },
});
