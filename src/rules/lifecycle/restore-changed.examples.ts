import type { JsonObject } from '../../domain';
import { aFork, aService, at, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const live = (userConfig: JsonObject) =>
  someFacts({
    services: [
      aService({ service: 'search', type: 'opensearch' }),
      aService({ service: 'search-fork', type: 'opensearch', userConfig }),
    ],
  });
const fromPrimary = someFacts({
  services: [
    aService(),
    aService({
      service: 'pg-fork',
      userConfig: { service_to_fork_from: 'source-pg', recovery_target_time: '2026-11-19T12:00:00Z' },
      lineage: {
        sourceProject: 'demo',
        sourceService: 'source-pg',
        sourceIncarnation: 1,
        recoveryPoint: at('2026-11-19T12:00:00Z'),
        backupName: 'backup-1',
        location: 'google-europe-west1',
        role: 'primary',
      },
    }),
  ],
});
const fork = aFork({
  serviceName: 'search-fork',
  serviceType: 'opensearch',
  userConfig: { service_to_fork_from: 'search', recovery_basebackup_name: 'backup-2' },
});

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a backup name changed where the loss of the fork is accepted',
      request: { ...fork, onForkChange: 'replace' },
      facts: live({ service_to_fork_from: 'search', recovery_basebackup_name: 'backup-1' }),
      message: 'replaced',
    },
    {
      title: 'the other location asserted',
      request: aFork({ from: 'secondary' }),
      facts: fromPrimary,
      message: 'location',
    },
    {
      title: 'the other location asserted where the loss of the fork is accepted',
      request: aFork({ from: 'secondary', onForkChange: 'replace' }),
      facts: fromPrimary,
      message: 'replaced',
    },
    {
      title: 'another backup name',
      request: fork,
      facts: live({ service_to_fork_from: 'search', recovery_basebackup_name: 'backup-1' }),
    },
    {
      title: "another backup name, by the vendor's provider",
      request: { ...fork, address: 'aiven_opensearch.fork' },
      facts: live({ service_to_fork_from: 'search', recovery_basebackup_name: 'backup-1' }),
      message: 'ignored',
    },
    {
      title: 'a backup name added to a fork of the newest backup',
      request: fork,
      facts: live({ service_to_fork_from: 'search' }),
    },
  ],
  pass: [
    { title: 'the location that it was restored from', request: aFork({ from: 'primary' }), facts: fromPrimary },
    {
      title: 'the backup that the fork was made from',
      request: fork,
      facts: live({ service_to_fork_from: 'search', recovery_basebackup_name: 'backup-2' }),
    },
  ],
  undecided: [
    { title: 'nothing known of the control plane', request: fork, facts: null },
    {
      title: 'a backup name known after apply',
      request: aFork({
        serviceName: 'search-fork',
        serviceType: 'opensearch',
        userConfig: { service_to_fork_from: 'search' },
        unknown: ['user_config.recovery_basebackup_name'],
      }),
      facts: live({ service_to_fork_from: 'search' }),
    },
  ],
  notApplicable: [{ title: 'a fork without a backup name', request: aFork(), facts: someFacts() }],
};
