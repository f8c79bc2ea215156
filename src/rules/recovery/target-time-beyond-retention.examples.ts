import { aFork, aRequest, builderNow, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const siblings = [aRequest({ serviceName: 'source-pg', plan: 'startup-4' })];
const forkAt = (time: string) => aFork({ userConfig: { recovery_target_time: time } });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'five days back on a startup plan',
      request: forkAt('2026-11-15T08:00:00Z'),
      siblings,
      facts: null,
      now: builderNow,
      message: 'older',
    },
    {
      title: 'a millisecond more than two days back',
      request: forkAt('2026-11-18T07:59:59.999Z'),
      siblings,
      facts: null,
      now: builderNow,
    },
  ],
  pass: [
    { title: 'two days back', request: forkAt('2026-11-18T08:00:00Z'), siblings, facts: null, now: builderNow },
    { title: 'a day back', request: forkAt('2026-11-19T08:00:00Z'), siblings, facts: null, now: builderNow },
  ],
  undecided: [
    { title: 'nothing known of the source', request: aFork(), facts: null, now: builderNow },
    { title: 'a clock that nobody read', request: aFork(), siblings, facts: null },
    {
      title: 'a plan known after apply',
      request: aFork(),
      siblings: [aRequest({ serviceName: 'source-pg', unknown: ['plan'] })],
      facts: null,
      now: builderNow,
    },
  ],
  notApplicable: [{ title: 'backups that are listed', request: forkAt('2026-11-01T00:00:00Z'), facts: someFacts() }],
};
