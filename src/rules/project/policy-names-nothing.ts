import { geoRegions, nearestName, type PlacedPolicy } from '../../domain';
import { inferred } from '../cite';
import { meantOr } from '../hint';
import { isHidden, isMadeInRun } from '../hidden-project';
import { defineRule } from '../rule';
import type { Subject } from '../subject';
import { isAllowedPlan } from '../survival/allowed';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 150: a policy names projects, places or plans that are not there, so that it is for nothing or allows nothing. */
export const policyNamesNothing = defineRule({
  severity: 'note',
  scope: 'settings',
  only: 'policies',
  title: 'Policy names what is not there',
  why: 'A policy that is for a misspelt project judges nothing, and stays green for ever. It is told once, at the first service.',
  attribute: 'project',
  sources: [inferred('the names are those of the projects, clouds and plans that are known')],
  planOnly: 'The registry knows no policies.',
  messages: {
    misspelt: {
      severity: 'warning',
      detail: 'Policy {policy} names the {kind} {name}, and there is none.',
      remedy: '{hint}',
    },
    absent: {
      detail: 'Policy {policy} names the {kind} {name}, and none is known.',
      remedy: 'No action is needed if it is there elsewhere. Otherwise correct the policy, or take it out.',
    },
  },
  check: (subject) => {
    const { configuration, facts, request, terms } = subject;
    if (terms === undefined || configuration.requests[0] !== request) return notApplicable;
    const nothing = terms.policies.flatMap((policy) => namesOfNothing(policy, subject));
    for (const { near, ...named } of nothing)
      if (near !== undefined) return violated('misspelt', { ...named, hint: meantOr(near, '') });
    const [first] = nothing;
    if (first !== undefined) return violated('absent', { policy: first.policy, kind: first.kind, name: first.name });
    const isOpen = facts === undefined && terms.policies.some(({ projects }) => projects !== undefined);
    return isOpen ? undecided('projects of the registry') : pass;
  },
});

/** What a policy names and nobody knows, with the name that was meant. */
const namesOfNothing = ({ name: policy, projects = [], dataIn = [], plans = [] }: PlacedPolicy, subject: Subject) => {
  const { catalogue, configuration, facts } = subject;
  const isThere = (project: string) =>
    facts === undefined ||
    facts.projects.has(project) ||
    isHidden(facts, project) ||
    configuration.requests.some((request) => isMadeInRun(facts, request, project));
  const places = [...geoRegions.filter((region) => region !== 'unknown'), ...catalogue.clouds.keys()];
  const sold = [...new Set([...catalogue.plans.values()].map(({ name }) => name))];
  const absent = [
    { kind: 'project', among: [...(facts?.projects.keys() ?? [])], names: projects.filter((one) => !isThere(one)) },
    { kind: 'place', among: places, names: dataIn.filter((one) => !places.includes(one)) },
    { kind: 'plan', among: sold, names: plans.filter((one) => !sold.some((plan) => isAllowedPlan(plan, [one]))) },
  ];
  return absent.flatMap(({ kind, among, names }) =>
    names.map((name) => ({ policy, kind, name: `"${name}"`, near: nearestName(name, among) })),
  );
};
