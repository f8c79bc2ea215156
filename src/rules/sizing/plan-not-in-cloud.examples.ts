import { defaultCatalogue, planKey, type Catalogue } from '../../domain';
import { aFork, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const only = (clouds: readonly string[]): Catalogue => ({
  ...defaultCatalogue,
  plans: new Map(
    [...defaultCatalogue.plans].map(([key, plan]) => [
      key,
      key === planKey('pg', 'business-4') ? { ...plan, clouds } : plan,
    ]),
  ),
});
const inEurope = someFacts({ catalogue: only(['aws-eu-west-1', 'aws-eu-west-2']) });
const inSix = ['aws-eu-west-1', 'aws-eu-west-2', 'aws-eu-west-3', 'do-fra', 'do-ams', 'do-lon'];

export const examples: RuleExamples = {
  violated: [
    { title: 'a cloud without the plan', request: aFork(), facts: inEurope, message: 'not-sold' },
    { title: 'a plan sold in many other clouds', request: aFork(), facts: someFacts({ catalogue: only(inSix) }) },
  ],
  pass: [
    { title: 'a cloud with the plan', request: aFork({ cloud: 'aws-eu-west-1' }), facts: inEurope },
    { title: 'a plan sold everywhere', request: aFork(), facts: someFacts() },
  ],
  undecided: [
    { title: 'a cloud known after apply', request: aFork({ unknown: ['cloud_name'] }), facts: inEurope },
    { title: 'a plan known after apply', request: aFork({ unknown: ['plan'] }), facts: inEurope },
  ],
  notApplicable: [{ title: 'a plan that does not exist', request: aFork({ plan: 'startup-5' }), facts: inEurope }],
};
