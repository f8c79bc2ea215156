import { sourceKeys } from '../asks';
import { inferred } from '../cite';
import { writtenText } from '../../planner';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 9: the project of a source without the source. */
export const projectWithoutSource = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Source project is given without a source service',
  why: 'Without service_to_fork_from the key means nothing: an ordinary empty service would be made, where a copy was wanted.',
  attribute: 'user_config.project_to_fork_from',
  sources: [inferred('the key names the project of the service to fork, and there is none')],
  asks: { any: ['user_config.project_to_fork_from'], none: sourceKeys },
  predicts: ['fork_source_missing_key', 'fork_type_unsupported'],
  messages: {
    'no-source': {
      detail: 'project_to_fork_from is "{project}", but service_to_fork_from is not set: nothing will be forked.',
      remedy: 'Set service_to_fork_from to the name of the source, or take project_to_fork_from out.',
    },
  },
  check: ({ request, isFork, replicaOf, sourceName, setting }) => {
    if (replicaOf !== undefined) return notApplicable;
    const project = setting('project_to_fork_from');
    if (!project.known) return isFork ? pass : undecided(`user_config.project_to_fork_from of ${request.address}`);
    const text = writtenText(project.value);
    if (text === undefined) return notApplicable;
    if (!isFork) return violated('no-source', { project: text });
    return sourceName?.service.known === true || request.source.kind === 'declared'
      ? pass
      : undecided(`user_config.service_to_fork_from of ${request.address}`);
  },
});
