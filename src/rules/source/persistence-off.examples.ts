import { aFork, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const cache = (persistence: string) =>
  aService({ service: 'cache', type: 'valkey', userConfig: { valkey_persistence: persistence } });
const fork = aFork({ serviceName: 'cache-fork', serviceType: 'valkey', userConfig: { service_to_fork_from: 'cache' } });

export const examples: RuleExamples = {
  violated: [
    { title: 'a Valkey service with persistence off', request: fork, facts: someFacts({ services: [cache('off')] }) },
    {
      title: 'a Valkey service of the same run with persistence off',
      request: fork,
      siblings: [aRequest({ serviceName: 'cache', serviceType: 'valkey', userConfig: { valkey_persistence: 'off' } })],
      facts: someFacts(),
    },
  ],
  pass: [
    { title: 'a Valkey service that is saved', request: fork, facts: someFacts({ services: [cache('rdb')] }) },
    {
      title: 'a Valkey service of the same run with the default persistence',
      request: fork,
      siblings: [aRequest({ serviceName: 'cache', serviceType: 'valkey' })],
      facts: someFacts(),
    },
  ],
  undecided: [
    { title: 'nothing known of the control plane', request: fork, facts: null },
    {
      title: 'a Valkey service of the same run whose persistence is known after apply',
      request: fork,
      siblings: [
        aRequest({ serviceName: 'cache', serviceType: 'valkey', unknown: ['user_config.valkey_persistence'] }),
      ],
      facts: someFacts(),
    },
  ],
  notApplicable: [{ title: 'a type without that choice', request: aFork(), facts: someFacts() }],
};
