import { settingOf } from '../asked';
import { sourceKeys } from '../asks';
import { inferred } from '../cite';
import { defineRule } from '../rule';
import { orUndecided } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 30: source and fork have one name. */
export const selfFork = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Fork has the name of its source',
  why: 'A fork is a second service. In the project of its source it needs a name of its own.',
  attribute: 'service_name',
  sources: [inferred('the name of the source is taken inside its project')],
  asks: { about: ['name-of-source'], any: sourceKeys },
  predicts: ['fork_source_self', 'service_already_exists'],
  messages: {
    self: {
      detail: 'The fork is declared as "{name}" in the project of its source, which has the same name.',
      remedy: 'Give the fork another service_name, or make it in another project.',
    },
  },
  check: (subject) => {
    const { request, sourceName } = subject;
    if (sourceName === undefined) return notApplicable;
    const { address, serviceName, project } = request;
    const source = orUndecided(sourceName.service, `user_config.service_to_fork_from of ${address}`);
    const name = orUndecided(serviceName, `service_name of ${address}`);
    if (name !== source) return pass;
    const written = settingOf(subject, 'project_to_fork_from');
    const isSameProject = written === undefined || written === orUndecided(project, `project of ${address}`);
    return isSameProject ? violated('self', { name }) : pass;
  },
});
