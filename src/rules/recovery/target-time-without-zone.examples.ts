import { aFork } from '../../domain/testing';
import type { RuleExamples } from '../example';

const forkAt = (time: string) => aFork({ userConfig: { recovery_target_time: time } });

export const examples: RuleExamples = {
  violated: [
    { title: 'a time without zone', request: forkAt('2026-11-19 12:00:00'), facts: null, message: 'utc' },
    { title: 'a fraction without zone', request: forkAt('2026-11-19T12:00:00.5'), facts: null, message: 'utc' },
  ],
  pass: [
    { title: 'Z', request: forkAt('2026-11-19T12:00:00Z'), facts: null },
    { title: 'an offset', request: forkAt('2026-11-19T13:00:00+01:00'), facts: null },
  ],
  undecided: [
    {
      title: 'a time known after apply',
      request: aFork({ unknown: ['user_config.recovery_target_time'] }),
      facts: null,
    },
  ],
  notApplicable: [{ title: 'the latest transaction', request: aFork({ latestTransaction: true }), facts: null }],
};
