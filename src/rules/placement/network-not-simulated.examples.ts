import { aFork, aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a private network',
      request: aFork({ projectVpcId: 'demo/8a1c2f4e-1111-4222-8333-444455556666' }),
      facts: null,
      message: 'not-simulated',
    },
  ],
  pass: [{ title: 'a fork on the public internet', request: aFork(), facts: null }],
  undecided: [{ title: 'a network known after apply', request: aFork({ unknown: ['project_vpc_id'] }), facts: null }],
  notApplicable: [
    {
      title: "a resource of the vendor's provider",
      request: aRequest({ address: 'aiven_pg.main', projectVpcId: 'demo/8a1c' }),
      facts: null,
    },
  ],
};
