import type { Facts } from '../../domain';
import { inferred } from '../cite';
import { defineRule } from '../rule';
import { nearestName } from '../suggest';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 14: the source exists in the project that is named. */
export const sourceNotFound = defineRule({
  id: 'source/not-found',
  number: 14,
  severity: 'error',
  scope: 'creation',
  needs: ['configuration', 'live-source'],
  title: 'Source service does not exist',
  why: 'The name of the source is a plain text to Terraform: a typo is found out at apply, after more than a minute of retries.',
  attribute: 'user_config.service_to_fork_from',
  sources: [inferred('a fork is restored from a backup of the named service')],
  predicts: ['fork_source_not_found', 'project_not_found'],
  messages: {
    'no-project': {
      detail: 'There is no project "{project}" to fork "{service}" from.',
      remedy: 'Correct project_to_fork_from. {hint}',
    },
    'no-service': {
      detail: 'Project "{project}" has no service "{service}".',
      remedy: 'Correct service_to_fork_from. {hint}',
    },
  },
  check: ({ request, source, facts }) => {
    switch (source.kind) {
      case 'none':
        return notApplicable;
      case 'unknown':
        return undecided(source.missing);
      case 'live':
      case 'declared':
        return pass;
      case 'terminated':
        return notApplicable;
      case 'absent': {
        const { project, service } = source;
        if (facts === undefined) return undecided(`live service ${project}/${service}`);
        const isSelf =
          request.project.known &&
          request.serviceName.known &&
          request.project.value === project &&
          request.serviceName.value === service;
        if (isSelf) return notApplicable;
        if (!facts.projects.has(project)) {
          return violated('no-project', { project, service, hint: hint(project, facts.projects.keys()) });
        }
        return violated('no-service', { project, service, hint: hint(service, namesIn(facts, project)) });
      }
    }
  },
});

const namesIn = ({ services }: Facts, project: string): readonly string[] =>
  [...services.values()].filter((service) => service.project === project).map(({ service }) => service);

const hint = (wanted: string, names: Iterable<string>): string => {
  const nearest = nearestName(wanted, names);
  return nearest === undefined ? 'No name there is near it.' : `Did you mean "${nearest}"?`;
};
