import { aFork } from '../../domain/testing';
import type { RuleExamples } from '../example';

export const examples: RuleExamples = {
  violated: [
    { title: 'a name with upper-case letters', request: aFork({ serviceName: 'PG-Fork' }), facts: null },
    { title: 'a name of 65 characters', request: aFork({ serviceName: 'p'.repeat(65) }), facts: null },
    { title: 'a name without any letter', request: aFork({ serviceName: '42' }), facts: null },
  ],
  pass: [
    {
      title: 'a name of lower-case letters, digits and hyphens',
      request: aFork({ serviceName: 'pg-fork-2' }),
      facts: null,
    },
    { title: 'a name of 64 characters', request: aFork({ serviceName: 'p'.repeat(64) }), facts: null },
  ],
  undecided: [{ title: 'a name known after apply', request: aFork({ unknown: ['service_name'] }), facts: null }],
};
