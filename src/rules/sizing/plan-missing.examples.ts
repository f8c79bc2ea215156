import { aFork, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

export const examples: RuleExamples = {
  violated: [
    { title: 'a new service', request: aRequest({ plan: null }), facts: null, message: 'missing' },
    {
      title: 'a resource of the vendor’s provider',
      request: aRequest({ address: 'aiven_pg.main', plan: null }),
      facts: null,
    },
    { title: 'a fork from anywhere', request: aFork({ plan: null }), facts: someFacts(), message: 'missing' },
  ],
  pass: [
    { title: 'a plan', request: aRequest(), facts: null },
    {
      title: 'a fork from the secondary location',
      request: aFork({ plan: null, from: 'secondary' }),
      facts: null,
    },
  ],
  undecided: [{ title: 'a plan known after apply', request: aRequest({ unknown: ['plan'] }), facts: null }],
  notApplicable: [
    {
      title: 'a live service, which keeps its plan',
      request: aRequest({ serviceName: 'source-pg', plan: null }),
      facts: someFacts({ services: [aService()] }),
    },
  ],
};
