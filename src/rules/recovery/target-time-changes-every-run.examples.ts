import { aChange, aFork, aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

export const examples: RuleExamples = {
  violated: [
    {
      title: 'timeadd(timestamp(), "-1h")',
      request: aFork({
        unknown: ['user_config.recovery_target_time'],
        volatile: ['user_config.recovery_target_time'],
      }),
      facts: null,
      message: 'volatile',
    },
    {
      title: 'timeadd(plantimestamp(), "-1h") behind a local value, in a plan',
      request: aFork({
        change: aChange('create'),
        volatile: ['user_config.recovery_target_time'],
      }),
      facts: null,
      message: 'unless-ignored',
    },
  ],
  pass: [
    { title: 'a fixed text', request: aFork(), facts: null },
    {
      title: 'a value known after apply that stays the same',
      request: aFork({ unknown: ['user_config.recovery_target_time'] }),
      facts: null,
    },
  ],
  undecided: [{ title: 'a type known after apply', request: aFork({ unknown: ['service_type'] }), facts: null }],
  notApplicable: [{ title: 'no time', request: aRequest(), facts: null }],
};
