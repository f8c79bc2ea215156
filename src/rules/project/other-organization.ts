import { serviceForkingPage } from '../cite';
import { isHidden } from '../hidden-project';
import { missingProject } from '../missing-names';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 26: a fork stays inside one organization. */
export const otherOrganization = defineRule({
  id: 'project/other-organization',
  number: 26,
  severity: 'error',
  scope: 'creation',
  needs: ['configuration', 'live-project'],
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
    const hidden = [request.project, sourceName.project].find((name) => name.known && isHidden(facts, name.value));
    if (hidden?.known) return undecided(`project ${hidden.value}`);
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
