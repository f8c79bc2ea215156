import { aFork, builderNow, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const forkAt = (time: string) => aFork({ userConfig: { recovery_target_time: time } });

export const examples: RuleExamples = {
  violated: [
    { title: 'a year too late', request: forkAt('2099-01-01T00:00:00Z'), facts: someFacts(), message: 'future' },
    { title: 'a millisecond from now', request: forkAt('2026-11-20T08:00:00.001Z'), facts: someFacts() },
    {
      title: 'an instant given by hand for now',
      request: forkAt('2099-01-01T00:00:00Z'),
      facts: null,
      now: builderNow,
    },
  ],
  pass: [
    { title: 'now', request: forkAt('2026-11-20T08:00:00Z'), facts: someFacts() },
    { title: 'a millisecond ago', request: forkAt('2026-11-20T07:59:59.999Z'), facts: someFacts() },
  ],
  undecided: [{ title: 'a clock that nobody read', request: forkAt('2026-11-19T12:00:00Z'), facts: null }],
  notApplicable: [{ title: 'the latest transaction', request: aFork({ latestTransaction: true }), facts: someFacts() }],
};
