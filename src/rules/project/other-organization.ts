import { serviceForkingPage } from '../cite';
import { isHidden, isMadeInRun } from '../hidden-project';
import { missingProject } from '../missing-names';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 26: a fork stays inside one organization. */
export const otherOrganization = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Source project belongs to another organization',
  why: 'A service can be forked into another project, but only inside the organization that owns both.',
  attribute: 'user_config.project_to_fork_from',
  sources: [serviceForkingPage],
  predicts: ['fork_other_organization'],
  messages: {
    other: {
      detail:
        'Project "{sourceProject}" belongs to organization {sourceOrganization}, project "{project}" to {organization}.',
      remedy: 'Fork inside {sourceOrganization} first, or move one of the projects.',
    },
  },
  check: ({ request, sourceName, project, facts }) => {
    if (sourceName === undefined) return notApplicable;
    if (!sourceName.project.known) return undecided(`project of the source of ${request.address}`);
    if (!project.known || facts === undefined) return undecided(missingProject(request));
    const names = [request.project, sourceName.project].flatMap((name) => (name.known ? [name.value] : []));
    const hidden = names.find((name) => isHidden(facts, name));
    if (hidden !== undefined) return undecided(`project ${hidden}`);
    const made = names.find((name) => isMadeInRun(facts, request, name));
    if (made !== undefined && request.project.known && sourceName.project.value !== request.project.value)
      return undecided(`organization of project ${made}, which the same run makes`);
    const sourceProject = facts.projects.get(sourceName.project.value);
    if (sourceProject === undefined || project.value === undefined) return notApplicable;
    const organization = project.value.organization;
    if (sourceProject.organization === organization) return pass;
    return violated('other', {
      sourceProject: sourceProject.name,
      sourceOrganization: sourceProject.organization,
      project: project.value.name,
      organization,
    });
  },
});
