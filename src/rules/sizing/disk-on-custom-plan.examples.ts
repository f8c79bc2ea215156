import { makeCatalogue, defaultCatalogue } from '../../domain';
import { aFork, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const plans = [...defaultCatalogue.plans.values()];
const custom = plans
  .filter(({ type, name }) => type === 'pg' && name === 'business-4')
  .map((plan) => ({ ...plan, name: 'my_plan_16', tier: 'custom' as const }));
const catalogue = makeCatalogue({
  serviceTypes: [...defaultCatalogue.serviceTypes.values()],
  clouds: [...defaultCatalogue.clouds.values()],
  plans: [...plans, ...custom],
  complete: false,
});
const facts = someFacts({ catalogue });

export const examples: RuleExamples = {
  violated: [
    { title: 'additional disk on a custom plan', request: aFork({ plan: 'my_plan_16', diskSpaceMb: 163_840 }), facts },
  ],
  pass: [
    { title: 'the disk that the custom plan has', request: aFork({ plan: 'my_plan_16', diskSpaceMb: 81_920 }), facts },
  ],
  undecided: [
    { title: 'a disk known after apply', request: aFork({ plan: 'my_plan_16', unknown: ['disk_space_mb'] }), facts },
  ],
  notApplicable: [{ title: 'additional disk on a plan of the list', request: aFork({ diskSpaceMb: 163_840 }), facts }],
};
