import { aFork, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const facts = someFacts();

export const examples: RuleExamples = {
  violated: [{ title: 'a fork on business-4', request: aFork(), facts }],
  pass: [],
  undecided: [
    { title: 'a plan known after apply', request: aFork({ unknown: ['plan'] }), facts },
    {
      title: 'a source known after apply, which may be none',
      request: aFork({ unknown: ['user_config.service_to_fork_from'] }),
      facts,
    },
  ],
  notApplicable: [
    { title: 'a plan without a list price', request: aFork({ plan: 'hobbyist' }), facts },
    { title: 'a service that is no fork', request: aRequest(), facts },
  ],
};
