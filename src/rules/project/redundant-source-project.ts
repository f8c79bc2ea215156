import { writtenText } from '../../planner';
import { settingOf } from '../asked';
import { inferred } from '../cite';
import { defineRule } from '../rule';
import { orUndecided } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 28: the own project named as the source's. */
export const redundantSourceProject = defineRule({
  severity: 'note',
  scope: 'creation',
  title: 'Source project is the own project',
  why:
    'The own project is where a source is looked for anyway. The key can be set only at creation, so it ' +
    'also cannot be tidied away by another value later.',
  attribute: 'user_config.project_to_fork_from',
  sources: [inferred('the key is read as the own project when it is not set')],
  planOnly: 'The registry makes such a fork: the key changes nothing.',
  messages: {
    same: {
      detail: 'project_to_fork_from is "{project}", the project of the fork itself.',
      remedy: 'Take project_to_fork_from out, before the fork is made.',
    },
  },
  check: (subject) => {
    const { address, project } = subject.request;
    const text = writtenText(settingOf(subject, 'project_to_fork_from'));
    if (text === undefined) return notApplicable;
    return text === orUndecided(project, `project of ${address}`) ? violated('same', { project: text }) : pass;
  },
});
