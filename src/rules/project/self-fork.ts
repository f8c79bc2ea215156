import { sourceKeys } from '../asks';
import { inferred } from '../cite';
import { writtenText } from '../../planner';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 30: source and fork have one name. */
export const selfFork = defineRule({
  id: 'project/self-fork',
  number: 30,
  severity: 'error',
  scope: 'creation',
  needs: ['configuration'],
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
  check: ({ request, sourceName, setting }) => {
    if (sourceName === undefined) return notApplicable;
    const { address, serviceName, project } = request;
    if (!sourceName.service.known) return undecided(`user_config.service_to_fork_from of ${address}`);
    if (!serviceName.known) return undecided(`service_name of ${address}`);
    if (serviceName.value !== sourceName.service.value) return pass;
    const key = setting('project_to_fork_from');
    if (!key.known) return undecided(`user_config.project_to_fork_from of ${address}`);
    const written = writtenText(key.value);
    if (written !== undefined && !project.known) return undecided(`project of ${address}`);
    const isSameProject = written === undefined || (project.known && written === project.value);
    return isSameProject ? violated('self', { name: serviceName.value }) : pass;
  },
});
