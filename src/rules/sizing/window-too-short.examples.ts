import { aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

const terms = { policies: [{ name: 'orders', projects: ['demo'], window: '14d' }] };

export const examples: RuleExamples = {
  violated: [
    { title: 'a smaller plan', request: aRequest({ plan: 'startup-4' }), facts: null, terms, message: 'short' },
    {
      title: 'a type without backups',
      request: aRequest({ serviceType: 'kafka', plan: 'business-4' }),
      facts: null,
      terms,
      message: 'none',
    },
  ],
  pass: [{ title: 'as long as is asked for', request: aRequest(), facts: null, terms }],
  undecided: [{ title: 'a plan known after apply', request: aRequest({ unknown: ['plan'] }), facts: null, terms }],
  notApplicable: [{ title: 'no policy', request: aRequest(), facts: null }],
};
