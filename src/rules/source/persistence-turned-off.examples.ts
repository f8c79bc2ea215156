import { aChange, aFork, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const fork = aFork({
  serviceName: 'cache-fork',
  serviceType: 'valkey',
  userConfig: { service_to_fork_from: 'cache' },
  change: aChange('create'),
});
const cache = { serviceName: 'cache', serviceType: 'valkey' };
const live = (persistence: string) =>
  someFacts({
    services: [aService({ service: 'cache', type: 'valkey', userConfig: { valkey_persistence: persistence } })],
  });
const off = { valkey_persistence: 'off' };
const update = (persistence: string) =>
  aChange('update', { prior: { service: 'cache', userConfig: { valkey_persistence: persistence } } });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a live Valkey service whose persistence is turned off in the same run',
      request: fork,
      siblings: [aRequest({ ...cache, userConfig: off })],
      facts: live('rdb'),
    },
    {
      title: 'a plan that turns the persistence of the source off, nothing known of the control plane',
      request: fork,
      siblings: [aRequest({ ...cache, userConfig: off, change: update('rdb') })],
      facts: null,
    },
  ],
  pass: [
    {
      title: 'a plan that leaves the persistence of the source on',
      request: fork,
      siblings: [aRequest({ ...cache, userConfig: { valkey_persistence: 'rdb' }, change: update('off') })],
      facts: null,
    },
  ],
  undecided: [
    { title: 'nothing known of the control plane', request: fork, facts: null },
    {
      title: 'a persistence known after apply',
      request: fork,
      siblings: [aRequest({ ...cache, unknown: ['user_config.valkey_persistence'] })],
      facts: live('rdb'),
    },
  ],
  notApplicable: [
    {
      title: 'a source that is off already',
      request: fork,
      siblings: [aRequest({ ...cache, userConfig: off })],
      facts: live('off'),
    },
    { title: 'a source that the run does not touch', request: fork, facts: live('rdb') },
  ],
};
