import { aFork, aRequest, aService, at, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const young = someFacts({
  services: [
    aService({ createdAt: at('2026-11-20T07:58:00Z'), backups: [], firstBackupAt: at('2026-11-20T08:08:00Z') }),
  ],
});

export const examples: RuleExamples = {
  violated: [
    { title: 'a source that was made two minutes ago', request: aFork(), facts: young, message: 'not-yet' },
    {
      title: 'a source that takes no backups',
      request: aFork(),
      facts: someFacts({ services: [aService({ backups: [], firstBackupAt: null })] }),
      message: 'none',
    },
    {
      title: 'a source without a backup, which the run waits for',
      request: aFork({ waitsForSource: true }),
      facts: young,
      message: 'waits',
    },
  ],
  pass: [{ title: 'a source with two weeks of backups', request: aFork(), facts: someFacts() }],
  undecided: [{ title: 'nothing known of the control plane', request: aFork(), facts: null }],
  notApplicable: [
    {
      title: 'a source that is made in the same run',
      request: aFork({ userConfig: { service_to_fork_from: 'new-pg' } }),
      siblings: [aRequest({ serviceName: 'new-pg' })],
      facts: someFacts(),
    },
    {
      title: 'a read replica, which another rule tells of',
      request: aFork(),
      facts: someFacts({ services: [aService({ backups: [], firstBackupAt: null, replicaOf: 'demo/main-pg' })] }),
    },
  ],
};
