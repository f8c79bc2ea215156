import { aFork } from '../../domain/testing';
import type { RuleExamples } from '../example';

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a time and the latest transaction',
      request: aFork({ latestTransaction: true, userConfig: { recovery_target_time: '2026-11-19T12:00:00Z' } }),
      facts: null,
      message: 'both',
    },
  ],
  pass: [{ title: 'the latest transaction alone', request: aFork({ latestTransaction: true }), facts: null }],
  undecided: [
    {
      title: 'a time known after apply, and the latest transaction',
      request: aFork({ latestTransaction: true, unknown: ['user_config.recovery_target_time'] }),
      facts: null,
    },
  ],
  notApplicable: [{ title: 'a time alone', request: aFork(), facts: null }],
};
