import { aFork } from '../../domain/testing';
import type { RuleExamples } from '../example';

const userConfig = { recovery_target_time: '2026-11-19T12:00:00Z' };

export const examples: RuleExamples = {
  violated: [
    {
      title: 'OpenSearch at a time',
      request: aFork({ serviceType: 'opensearch', userConfig }),
      facts: null,
      message: 'named-backup',
    },
    {
      title: 'the latest transaction of Valkey',
      request: aFork({ serviceType: 'valkey', plan: 'startup-4', latestTransaction: true }),
      facts: null,
      message: 'named-backup',
    },
    {
      title: 'Cassandra at a time',
      request: aFork({ serviceType: 'cassandra', plan: 'business-8', userConfig }),
      facts: null,
      message: 'newest-only',
    },
  ],
  pass: [{ title: 'PostgreSQL at a time', request: aFork(), facts: null }],
  undecided: [{ title: 'a type known after apply', request: aFork({ unknown: ['service_type'] }), facts: null }],
  notApplicable: [
    { title: 'OpenSearch without a time', request: aFork({ serviceType: 'opensearch' }), facts: null },
    {
      title: 'a fork of Kafka at a time: such services are never forked',
      request: aFork({ serviceType: 'kafka' }),
      facts: null,
    },
  ],
};
