import { unknown } from '../../domain';
import { aBackup, aCopiedService, aFork, aService, builderNow, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const plain = aFork({ userConfig: { recovery_target_time: null } });

export const examples: RuleExamples = {
  violated: [
    { title: 'the newest backup is some hours old', request: plain, facts: someFacts(), message: 'gap' },
    { title: 'nothing known of the source', request: plain, facts: null, message: 'gap-unknown' },
    {
      title: 'the copies in the second region, ten minutes behind',
      request: aFork({ from: 'secondary', cloud: 'google-europe-west4', userConfig: { recovery_target_time: null } }),
      facts: someFacts({ services: [aCopiedService()] }),
      message: 'gap-copied',
    },
    {
      title: 'a resource of the vendor’s provider',
      request: aFork({ address: 'aiven_pg.copy', userConfig: { recovery_target_time: null } }),
      facts: someFacts(),
      message: 'gap',
    },
    {
      title: 'a resource of the vendor’s provider, and nothing known of its source',
      request: aFork({ address: 'aiven_pg.copy', userConfig: { recovery_target_time: null } }),
      facts: null,
      message: 'gap-unknown',
    },
  ],
  pass: [
    { title: 'a time', request: aFork(), facts: someFacts() },
    { title: 'the latest transaction', request: aFork({ latestTransaction: true }), facts: someFacts() },
    {
      title: 'a registry that is set to restore the newest transaction',
      request: plain,
      facts: { ...someFacts(), recoveryDefault: 'latest' },
    },
    {
      title: 'a backup completed this instant',
      request: plain,
      facts: someFacts({ services: [aService({ backups: [aBackup({ completedAt: builderNow })] })] }),
    },
  ],
  undecided: [
    {
      title: 'a source known after apply, which may be none',
      request: {
        ...plain,
        userConfig: { service_to_fork_from: unknown('known-after-apply') },
        source: { kind: 'literal' },
      },
      facts: null,
    },
    {
      title: 'a time known after apply',
      request: aFork({ unknown: ['user_config.recovery_target_time'] }),
      facts: null,
    },
    {
      title: 'what may be a replica: an integration that names its source after apply',
      request: {
        ...plain,
        integrations: aFork({ integrations: [{ type: 'read_replica', sourceService: 'x' }] }).integrations.map(
          (item) => ({
            ...item,
            sourceService: unknown('known-after-apply'),
          }),
        ),
      },
      facts: null,
    },
  ],
  notApplicable: [
    { title: 'a type that restores backups only', request: aFork({ serviceType: 'opensearch' }), facts: someFacts() },
  ],
};
