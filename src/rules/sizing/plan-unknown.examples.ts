import { defaultCatalogue } from '../../domain';
import { aFork, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const ownCatalogue = someFacts({ catalogue: { ...defaultCatalogue, complete: false } });

export const examples: RuleExamples = {
  violated: [
    { title: 'a size that is not sold', request: aFork({ plan: 'startup-5' }), facts: someFacts(), message: 'unknown' },
    {
      title: 'a plan of another type',
      request: aFork({ plan: 'dashboard-1' }),
      facts: someFacts(),
      message: 'unknown',
    },
    {
      title: 'a plan of one customer',
      request: aFork({ plan: 'my_plan_16' }),
      facts: ownCatalogue,
      message: 'unlisted',
    },
  ],
  pass: [{ title: 'a plan on sale', request: aFork(), facts: someFacts() }],
  undecided: [{ title: 'a plan known after apply', request: aFork({ unknown: ['plan'] }), facts: someFacts() }],
  notApplicable: [
    { title: 'a type that does not exist', request: aFork({ serviceType: 'pgsql' }), facts: someFacts() },
  ],
};
