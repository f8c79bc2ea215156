import type { JsonObject } from '../../domain';
import { aFork, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const live = (userConfig: JsonObject) =>
  someFacts({
    services: [
      aService({ service: 'search', type: 'opensearch' }),
      aService({ service: 'search-fork', type: 'opensearch', userConfig }),
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
      title: 'another backup name',
      request: fork,
      facts: live({ service_to_fork_from: 'search', recovery_basebackup_name: 'backup-1' }),
    },
    {
      title: 'a backup name added to a fork of the newest backup',
      request: fork,
      facts: live({ service_to_fork_from: 'search' }),
    },
  ],
  pass: [
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
