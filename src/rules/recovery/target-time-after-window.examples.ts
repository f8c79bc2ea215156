import { aFork, aService, at, dailyBackups, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const forkAt = (time: string) => aFork({ userConfig: { recovery_target_time: time } });
const off = someFacts({
  services: [aService({ state: 'POWEROFF', poweredOffSince: at('2026-11-20T06:00:00Z') })],
});

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a time after power-off',
      request: forkAt('2026-11-20T06:00:00.001Z'),
      facts: off,
      message: 'after-power-off',
    },
    {
      title: 'a time after the newest backup',
      request: forkAt('2026-11-20T07:30:00Z'),
      facts: someFacts(),
      message: 'after-newest-backup',
    },
  ],
  pass: [
    { title: 'a time before the newest backup', request: forkAt('2026-11-19T12:00:00Z'), facts: someFacts() },
    { title: 'five minutes after the newest backup', request: forkAt('2026-11-20T03:35:00Z'), facts: someFacts() },
  ],
  undecided: [
    {
      title: 'a time after the newest backup of a service whose cloud is down, and nobody tells since when',
      request: forkAt('2026-11-20T07:30:00Z'),
      facts: someFacts({
        services: [aService({ cloud: 'aws-eu-west-1', backups: dailyBackups(14) })],
        outages: ['aws-eu-west-1'],
      }),
    },
    { title: 'nothing known of the source', request: aFork(), facts: null, now: at('2026-11-20T08:00:00Z') },
    {
      title: 'a time known after apply',
      request: aFork({ unknown: ['user_config.recovery_target_time'] }),
      facts: off,
    },
  ],
  notApplicable: [
    { title: 'the latest transaction, whose end is found', request: aFork({ latestTransaction: true }), facts: off },
    { title: 'a time before the window', request: forkAt('2026-11-01T00:00:00Z'), facts: off },
    { title: 'a time in the future', request: forkAt('2099-01-01T00:00:00Z'), facts: off },
  ],
};
