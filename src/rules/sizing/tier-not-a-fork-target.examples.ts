import { aFork, aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

export const examples: RuleExamples = {
  violated: [
    { title: 'PostgreSQL to a free plan', request: aFork({ plan: 'free-1-1gb' }), facts: null, message: 'tier' },
    { title: 'PostgreSQL to a developer plan', request: aFork({ plan: 'developer-1' }), facts: null },
  ],
  pass: [
    { title: 'a startup plan', request: aFork({ plan: 'startup-4' }), facts: null },
    { title: 'a hobbyist plan', request: aFork({ plan: 'hobbyist' }), facts: null },
  ],
  undecided: [
    { title: 'a plan known after apply', request: aFork({ unknown: ['plan'] }), facts: null },
    {
      title: 'a source known after apply, which may be none',
      request: aFork({ plan: 'free-1-1gb', unknown: ['user_config.service_to_fork_from'] }),
      facts: null,
    },
  ],
  notApplicable: [{ title: 'an ordinary free service', request: aRequest({ plan: 'free-1-1gb' }), facts: null }],
};
