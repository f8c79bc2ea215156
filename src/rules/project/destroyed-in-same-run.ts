import { inferred } from '../cite';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 153, beyond the reference: the run that makes or keeps a service ends its project. */
export const projectDestroyedInSameRun = defineRule({
  severity: 'error',
  scope: 'settings',
  title: 'Project is destroyed in the same run',
  why:
    'A project that is written as a text is ordered after nothing: the run destroys it before the service is made, or fails to, ' +
    'since a project with services is not deleted.',
  attribute: 'project',
  sources: [
    inferred('Terraform orders a destruction by the dependencies of the resource that is destroyed'),
    inferred('a project is deleted once it has no service left'),
  ],
  planOnly: 'It depends on the order of one run, which the control plane cannot know.',
  messages: {
    destroyed: {
      detail: 'The plan destroys project {project} ({address}), in which this service is declared.',
      remedy: 'Declare the service in another project, or keep {address}.',
    },
  },
  check: ({ request: { project, endedProjects, address } }) => {
    if (endedProjects === undefined) return notApplicable;
    if (!project.known) return undecided(`project of ${address}`);
    const ended = endedProjects.find((one) => one.project === project.value);
    return ended === undefined ? pass : violated('destroyed', { project: ended.project, address: ended.address });
  },
});
