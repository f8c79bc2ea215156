import { aFork, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const facts = someFacts({ services: [aService({ type: 'clickhouse', plan: 'business-16', nodes: 3 })] });
const forkTo = (plan: string) => aFork({ serviceType: 'clickhouse', plan });

export const examples: RuleExamples = {
  violated: [
    { title: 'ClickHouse of three nodes to one', request: forkTo('startup-16'), facts, message: 'fewer' },
    {
      title: 'a source made in the same run',
      request: forkTo('startup-16'),
      siblings: [aRequest({ serviceName: 'source-pg', serviceType: 'clickhouse', plan: 'business-16' })],
      facts: null,
    },
  ],
  pass: [
    { title: 'as many nodes', request: forkTo('business-16'), facts },
    { title: 'more nodes', request: forkTo('premium-2x3-16'), facts },
  ],
  undecided: [
    { title: 'nothing known of the source', request: forkTo('startup-16'), facts: null },
    { title: 'a plan known after apply', request: aFork({ serviceType: 'clickhouse', unknown: ['plan'] }), facts },
  ],
  notApplicable: [{ title: 'PostgreSQL', request: aFork({ plan: 'startup-4' }), facts: someFacts() }],
};
