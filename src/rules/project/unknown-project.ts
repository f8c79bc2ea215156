import { nearestName } from '../../domain';
import { inferred } from '../cite';
import { isHidden, isMadeInRun } from '../hidden-project';
import { nearText } from '../hint';
import { missingProject } from '../missing-names';
import { defineRule } from '../rule';
import { anotherText, mendedBy, pass, undecided, violated } from '../verdict';

/** Rule 84, beyond the reference: the project of the service itself. */
export const unknownProject = defineRule({
  severity: 'error',
  scope: 'settings',
  title: 'Project does not exist',
  why: 'A service is made in a project that exists; the project decides its organization and its default cloud.',
  attribute: 'project',
  sources: [inferred('a request names its project in its path')],
  predicts: ['project_not_found'],
  messages: {
    unknown: {
      detail: 'There is no project "{project}".',
      remedy: 'Correct the project, or create it first. {hint}',
    },
  },
  check: ({ request, project, facts }) => {
    if (!request.project.known || !project.known || facts === undefined) return undecided(missingProject(request));
    if (project.value !== undefined || isMadeInRun(facts, request, request.project.value)) return pass;
    if (isHidden(facts, request.project.value)) return undecided(missingProject(request));
    const { value: name } = request.project;
    const near = nearestName(name, facts.projects.keys());
    return mendedBy(violated('unknown', { project: name, hint: nearText(near) }), anotherText(name, near));
  },
});
