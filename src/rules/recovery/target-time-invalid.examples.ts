import { aFork, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const forkAt = (time: string | number) => aFork({ userConfig: { recovery_target_time: time } });

export const examples: RuleExamples = {
  violated: [
    { title: 'a time as people say it', request: forkAt('yesterday 14:00'), facts: someFacts(), message: 'as-said' },
    { title: 'the same while now is not known', request: forkAt('2h ago'), facts: null, message: 'as-said' },
    { title: 'a word', request: forkAt('noon'), facts: null, message: 'not-a-date-time' },
    { title: 'a local notation', request: forkAt('01/07/2025 15:16'), facts: null, message: 'not-a-date-time' },
    {
      title: 'a day that does not exist',
      request: forkAt('2026-02-30T00:00:00Z'),
      facts: null,
      message: 'not-a-date-time',
    },
    {
      title: 'the name of a zone',
      request: forkAt('2026-11-19T12:00:00 Europe/Berlin'),
      facts: null,
      message: 'zone-by-name',
    },
    { title: 'its abbreviation', request: forkAt('2026-11-19 12:00 CET'), facts: null, message: 'zone-by-name' },
    {
      title: 'nanoseconds with an offset: 35 characters',
      request: forkAt('2025-07-01T15:16:22.123456789+00:00'),
      facts: null,
      message: 'too-long',
    },
    { title: 'a number', request: forkAt(1_795_000_000), facts: null, message: 'not-text' },
  ],
  pass: [
    {
      title: 'microseconds with an offset: 32 characters',
      request: forkAt('2025-07-01T15:16:22.123456+00:00'),
      facts: null,
    },
    { title: 'a space for the T', request: forkAt('2026-11-19 12:00:00'), facts: null },
  ],
  undecided: [
    {
      title: 'a time known after apply',
      request: aFork({ unknown: ['user_config.recovery_target_time'] }),
      facts: null,
    },
    { title: 'a type known after apply', request: aFork({ unknown: ['service_type'] }), facts: null },
  ],
  notApplicable: [
    { title: 'no time', request: aRequest(), facts: null },
    {
      title: 'a type without the key',
      request: aFork({ serviceType: 'opensearch', userConfig: { recovery_target_time: 'now' } }),
      facts: null,
    },
  ],
};
