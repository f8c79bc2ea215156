import { aFork, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const terms = {
  policies: [{ name: 'rehearsals', projects: ['demo'], plans: ['startup-*', 'business-4'], mostUsdPerMonth: 100 }],
};
const named = { policies: [{ name: 'rehearsals', plans: ['startup-*', 'business-4'] }] };

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a plan that is not named',
      request: aFork({ plan: 'premium-8' }),
      facts: someFacts(),
      terms,
      message: 'name',
    },
    { title: 'a plan that costs more', request: aFork(), facts: null, terms, message: 'price' },
  ],
  pass: [{ title: 'one that is named', request: aFork({ plan: 'startup-4' }), facts: null, terms: named }],
  undecided: [{ title: 'a plan known after apply', request: aFork({ unknown: ['plan'] }), facts: null, terms }],
  notApplicable: [
    { title: 'no policy', request: aRequest(), facts: null },
    { title: 'a plan that does not exist', request: aFork({ plan: 'startup-5' }), facts: null, terms },
  ],
};
