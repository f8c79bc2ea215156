import { aFork, aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

export const examples: RuleExamples = {
  violated: [
    {
      title: 'only a time',
      request: aRequest({ userConfig: { recovery_target_time: '2026-11-19T12:00:00Z' } }),
      facts: null,
      message: 'time',
    },
    {
      title: 'only the latest transaction',
      request: aRequest({ latestTransaction: true }),
      facts: null,
      message: 'latest-transaction',
    },
  ],
  pass: [{ title: 'a time with a source', request: aFork(), facts: null }],
  undecided: [
    {
      title: 'a time known after apply',
      request: aRequest({ unknown: ['user_config.recovery_target_time'] }),
      facts: null,
    },
  ],
  notApplicable: [{ title: 'an ordinary service', request: aRequest(), facts: null }],
};
