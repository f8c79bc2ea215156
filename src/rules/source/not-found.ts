import { nearestName, nearestService, serviceKey, serviceNamePattern, type Facts, type ServiceId } from '../../domain';
import { sourceKeys } from '../asks';
import { inferred } from '../cite';
import { requestKey } from '../configuration';
import { namesIn, projectsWith } from '../elsewhere';
import { followedBy } from '../followed';
import { nearText } from '../hint';
import { defineRule } from '../rule';
import { referencedBy } from '../source-of';
import type { Subject } from '../subject';
import { anotherText, mendedBy, notApplicable, pass, undecided, violated } from '../verdict';

/** By a literal name Terraform plans, and makes, the one before the other as it comes. */
const madeHere = 'One that the same run makes is named by a reference, so that it is planned and made first.';

/** Rule 14: the source of a fork exists in the project that is named, and so does what a replica follows. */
export const sourceNotFound = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Source service does not exist',
  why: 'The name of the source is a plain text to Terraform: a typo is found out at apply, after more than a minute of retries.',
  attribute: 'user_config.service_to_fork_from',
  sources: [
    inferred('a fork is restored from a backup of the named service'),
    inferred('a replica takes in what the named service writes'),
  ],
  asks: { any: [...sourceKeys, 'service_integrations'], about: ['source-nowhere', 'replica'] },
  predicts: ['fork_source_not_found', 'service_not_found'],
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
      remedyIn: { hcl: `Correct service_to_fork_from. {hint} ${madeHere}` },
    },
    'none-to-follow': {
      detail: 'It would replicate {source}, and there is no such service.',
      remedy: 'Correct the name of the service that is followed. {hint}',
      remedyIn: { hcl: `Correct the name of the service that is followed. {hint} ${madeHere}` },
    },
    itself: {
      detail: 'It would replicate {source}, which is the replica itself.',
      remedy: 'Name the service that it is to follow.',
    },
  },
  check: (subject) => {
    const { source, facts, isFork } = subject;
    if (!isFork) return judgeFollowed(subject);
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

/** A replica restores nothing, so that what has ended is as good as what never was. */
const judgeFollowed = (subject: Subject) => {
  const { facts, request } = subject;
  let verdict = notApplicable;
  for (const { integration, source } of followedBy(subject)) {
    const attribute = integration === undefined ? undefined : 'service_integrations';
    if (source.kind === 'unknown') return undecided(source.missing);
    verdict = pass;
    if (source.kind !== 'absent' && source.kind !== 'terminated') continue;
    const id = source.kind === 'absent' ? source : source.service;
    const named = serviceKey(id);
    if (named === requestKey(request)) return violated('itself', { source: named }, attribute);
    // That the project of the replica is not there, another rule tells.
    if (request.project.known && id.project === request.project.value && facts?.projects.has(id.project) !== true)
      return notApplicable;
    const near = facts && nearestService(id.service, namesIn(facts, id.project));
    const hint = source.kind === 'terminated' ? 'It was terminated.' : nearText(near);
    return violated('none-to-follow', { source: named, hint }, attribute);
  }
  return verdict;
};
