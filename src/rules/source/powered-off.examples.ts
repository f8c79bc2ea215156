import { aFork, aRequest, aService, at, dailyBackups, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const off = { state: 'POWEROFF', poweredOffSince: at('2026-11-10T18:00:00Z') } as const;

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a source that is off for ten days',
      request: aFork(),
      facts: someFacts({
        services: [aService({ ...off, backups: dailyBackups(14, { last: at('2026-11-10T03:30:00Z') }) })],
      }),
      message: 'off',
    },
    {
      title: 'a source that was switched off before its first backup',
      request: aFork(),
      facts: someFacts({ services: [aService({ ...off, backups: [], firstBackupAt: null })] }),
      message: 'no-backup',
    },
  ],
  pass: [{ title: 'a running source', request: aFork(), facts: someFacts() }],
  undecided: [{ title: 'nothing known of the control plane', request: aFork(), facts: null }],
  notApplicable: [{ title: 'a service that is no fork', request: aRequest(), facts: someFacts() }],
};
