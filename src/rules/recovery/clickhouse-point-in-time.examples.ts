import { aFork } from '../../domain/testing';
import type { RuleExamples } from '../example';

const clickhouse = { serviceType: 'clickhouse', plan: 'business-16' };

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a time between two backups',
      request: aFork({ ...clickhouse, userConfig: { recovery_target_time: '2026-11-19T12:00:00Z' } }),
      facts: null,
      message: 'time',
    },
    {
      title: 'the latest transaction',
      request: aFork({ ...clickhouse, latestTransaction: true }),
      facts: null,
      message: 'latest-transaction',
    },
  ],
  pass: [{ title: 'the newest backup', request: aFork(clickhouse), facts: null }],
  undecided: [{ title: 'a type known after apply', request: aFork({ unknown: ['service_type'] }), facts: null }],
  notApplicable: [{ title: 'PostgreSQL', request: aFork(), facts: null }],
};
