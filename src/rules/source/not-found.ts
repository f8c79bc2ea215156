import { nearestName, nearestService, serviceKey, serviceNamePattern, type Facts, type ServiceId } from '../../domain';
import { sourceKeys } from '../asks';
import { inferred } from '../cite';
import { requestKey } from '../configuration';
import { namesIn, projectsWith } from '../elsewhere';
import { nearText } from '../hint';
import { defineRule } from '../rule';
import { referencedBy } from '../source-of';
import type { Subject } from '../subject';
import { anotherText, mendedBy, notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 14: the source exists in the project that is named. */
export const sourceNotFound = defineRule({
  id: 'source/not-found',
  number: 14,
  severity: 'error',
  scope: 'creation',
  needs: ['configuration', 'live-source', 'live-project'],
  title: 'Source service does not exist',
  why: 'The name of the source is a plain text to Terraform: a typo is found out at apply, after more than a minute of retries.',
  attribute: 'user_config.service_to_fork_from',
  sources: [inferred('a fork is restored from a backup of the named service')],
  asks: { any: sourceKeys, about: ['source-nowhere'] },
  predicts: ['fork_source_not_found'],
  messages: {
    'no-project': {
      detail: 'There is no project "{project}" to fork "{service}" from.',
      remedy: 'Correct project_to_fork_from. {hint}',
    },
    'other-project': {
      detail: 'Project "{project}" has no service "{service}", but project "{other}" has one.',
      remedy: 'Set project_to_fork_from to "{other}".',
    },
    'no-service': {
      detail: 'Project "{project}" has no service "{service}".',
      remedy: 'Correct service_to_fork_from. {hint}',
    },
  },
  check: (subject) => {
    const { source, facts } = subject;
    switch (source.kind) {
      case 'none':
      case 'terminated':
        return notApplicable;
      case 'unknown':
        return undecided(source.missing);
      case 'live':
      case 'declared':
        return pass;
      case 'absent':
        // Such a name is no service anywhere, which another rule tells.
        if (!serviceNamePattern.test(source.service)) return notApplicable;
        return facts === undefined
          ? undecided(`live service ${serviceKey(source)}`)
          : judgeAbsent(subject, facts, { project: source.project, service: source.service });
    }
  },
});

/** What other rules tell of (a fork of itself, a project that is not said, an own project that is not there) is left to them. */
const judgeAbsent = (subject: Subject, facts: Facts, source: ServiceId) => {
  const { request, setting } = subject;
  const { project, service } = source;
  if (requestKey(request) === serviceKey(source)) return notApplicable;
  const elsewhere = projectsWith(facts, service, project);
  const key = setting('project_to_fork_from');
  const isProjectWritten = key.known && key.value !== undefined;
  const isToldElsewhere = elsewhere.length > 0 || isReferenceElsewhere(subject) || !facts.projects.has(project);
  if (!isProjectWritten && isToldElsewhere) return notApplicable;
  // Where one project alone has such a service, and the other one was written, it is surely the one that was meant.
  const [first, ...more] = elsewhere;
  const sure = anotherText(
    project,
    isProjectWritten && more.length === 0 ? first : undefined,
    'user_config.project_to_fork_from',
  );
  if (!facts.projects.has(project)) {
    const near = nearestName(project, elsewhere.length > 0 ? elsewhere : facts.projects.keys());
    return mendedBy(violated('no-project', { project, service, hint: nearText(near ?? first) }), sure);
  }
  if (first !== undefined)
    return mendedBy(violated('other-project', { project, service, other: elsewhere.join('" or "') }), sure);
  const near = nearestService(service, namesIn(facts, project));
  return mendedBy(violated('no-service', { project, service, hint: nearText(near) }), anotherText(service, near));
};

const isReferenceElsewhere = ({ request, configuration }: Subject): boolean => {
  const project = referencedBy(request, configuration)?.project;
  return project?.known === true && request.project.known && project.value !== request.project.value;
};
