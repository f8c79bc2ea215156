import { aFork, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

export const examples: RuleExamples = {
  violated: [
    {
      title: 'PostgreSQL without its standby',
      request: aFork({ plan: 'startup-4' }),
      facts: someFacts(),
      message: 'fewer',
    },
  ],
  pass: [
    { title: 'as many nodes', request: aFork(), facts: someFacts() },
    { title: 'more nodes', request: aFork({ plan: 'premium-4' }), facts: someFacts() },
  ],
  undecided: [
    { title: 'nothing known of the source', request: aFork(), facts: null },
    { title: 'a plan known after apply', request: aFork({ unknown: ['plan'] }), facts: someFacts() },
  ],
  notApplicable: [
    {
      title: 'ClickHouse, which refuses it',
      request: aFork({ serviceType: 'clickhouse', plan: 'startup-16' }),
      facts: someFacts(),
    },
  ],
};
