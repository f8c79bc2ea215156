import { aBackup, aFork, aService, builderNow, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const plain = aFork({ userConfig: { recovery_target_time: null } });

export const examples: RuleExamples = {
  violated: [
    { title: 'the newest backup is some hours old', request: plain, facts: someFacts(), message: 'gap' },
    { title: 'nothing known of the source', request: plain, facts: null, message: 'gap-unknown' },
  ],
  pass: [
    { title: 'a time', request: aFork(), facts: someFacts() },
    { title: 'the latest transaction', request: aFork({ latestTransaction: true }), facts: someFacts() },
    {
      title: 'a backup completed this instant',
      request: plain,
      facts: someFacts({ services: [aService({ backups: [aBackup({ completedAt: builderNow })] })] }),
    },
  ],
  undecided: [
    {
      title: 'a time known after apply',
      request: aFork({ unknown: ['user_config.recovery_target_time'] }),
      facts: null,
    },
  ],
  notApplicable: [
    { title: 'a type that restores backups only', request: aFork({ serviceType: 'opensearch' }), facts: someFacts() },
  ],
};
