import { planKey, type Facts, type ServiceRequest } from '../../domain';
import { planOf } from '../asked';
import { documented } from '../cite';
import { requestKey } from '../configuration';
import { isHidden, isMadeInRun } from '../hidden-project';
import { missingProject } from '../missing-names';
import { defineRule } from '../rule';
import type { Subject } from '../subject';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 86, the second half of rule 81 in the reference: one free service of each type. */
export const secondFreeService = defineRule({
  severity: 'error',
  scope: 'settings',
  title: 'Organization has a free service of this type already',
  why: 'An organization may have one service on a free plan of each type.',
  attribute: 'plan',
  sources: [documented('documentation, platform/concepts/free-plan')],
  predicts: ['free_plan_limit'],
  messages: {
    second: {
      detail: 'The plan "{plan}" is free, and organization {organization} already has {other} on a free {type} plan.',
      remedy: 'Choose a plan that is paid for, or terminate {other} first.',
    },
    'both-declared': {
      detail: 'The plan "{plan}" is free, and {other} is declared on a free {type} plan of the same organization too.',
      remedy: 'Choose a plan that is paid for, for one of the two.',
    },
  },
  check: (subject) => {
    const { request, project, facts, existing, standing } = subject;
    const { type, name, tier } = planOf(subject);
    if (tier !== 'free' || (standing === 'live' && existing?.plan === name)) return notApplicable;
    if (!project.known || facts === undefined) return undecided(missingProject(request));
    if (request.project.known && isHidden(facts, request.project.value)) return undecided(missingProject(request));
    if (request.project.known && isMadeInRun(facts, request, request.project.value))
      return undecided(`organization of project ${request.project.value}, which the same run makes`);
    const organization = project.value?.organization;
    if (organization === undefined) return notApplicable;
    const own = requestKey(request);
    const taken = liveFree(facts, { type, organization }).find((key) => key !== own);
    if (taken !== undefined) return violated('second', { plan: name, organization, other: taken, type });
    const rival = declaredFree(subject, facts, { type, organization })[0];
    if (rival !== undefined) return violated('both-declared', { plan: name, other: rival, type });
    return facts.partial === true ? undecided(`free services of organization ${organization}`) : pass;
  },
});

interface Free {
  readonly type: string;
  readonly organization: string;
}

const liveFree = ({ services, projects, catalogue }: Facts, { type, organization }: Free): readonly string[] =>
  [...services]
    .filter(
      ([, service]) =>
        service.type === type &&
        catalogue.plans.get(planKey(type, service.plan))?.tier === 'free' &&
        projects.get(service.project)?.organization === organization,
    )
    .map(([key]) => key)
    .sort();

const declaredFree = (
  { request, configuration, catalogue }: Subject,
  facts: Facts,
  { type, organization }: Free,
): readonly string[] => {
  const isRival = ({ serviceType, plan, project }: ServiceRequest): boolean =>
    serviceType.known &&
    serviceType.value === type &&
    plan.known &&
    plan.value !== undefined &&
    catalogue.plans.get(planKey(type, plan.value))?.tier === 'free' &&
    project.known &&
    facts.projects.get(project.value)?.organization === organization;
  return configuration.requests
    .filter((other) => other !== request && isRival(other) && requestKey(other) !== requestKey(request))
    .map(({ address }) => address)
    .sort();
};
