import { aFork, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const integrations = [{ type: 'read_replica', sourceService: 'source-pg' }];
const holding = (dataSizeMb: number) => someFacts({ services: [aService({ dataSizeMb })] });
const facts = holding(18_400);

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a replica by integration, on a plan of 8 GB',
      request: aRequest({ integrations, plan: 'hobbyist' }),
      facts,
    },
    {
      title: 'a replica by fork key',
      request: aRequest({
        plan: 'hobbyist',
        userConfig: { service_to_fork_from: 'source-pg', pg_read_replica: true },
        source: { kind: 'literal' },
      }),
      facts,
    },
    {
      title: 'data that are a megabyte more than the disk',
      request: aRequest({ integrations, plan: 'hobbyist' }),
      facts: holding(8193),
    },
  ],
  pass: [
    { title: 'data that fill the disk', request: aRequest({ integrations, plan: 'hobbyist' }), facts: holding(8192) },
    { title: 'a smaller plan with room for the data', request: aRequest({ integrations, plan: 'startup-4' }), facts },
  ],
  undecided: [
    { title: 'nothing known of the control plane', request: aRequest({ integrations }), facts: null },
    { title: 'a plan known after apply', request: aRequest({ integrations, unknown: ['plan'] }), facts },
  ],
  notApplicable: [
    { title: 'a fork, which another rule judges', request: aFork({ plan: 'hobbyist' }), facts },
    { title: 'a service of its own', request: aRequest({ plan: 'hobbyist' }), facts },
  ],
};
