import { aChange, aFork, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const origin = { stack: 'demo-stack', path: 'demo-stack/pg-fork', fingerprint: 'f1', latestTransaction: false };
const plain = someFacts({ services: [aService(), aService({ service: 'pg-fork', origin })] });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'fork keys added to a service of the same configuration',
      request: aFork(),
      facts: plain,
      message: 'added',
    },
    {
      title: 'fork keys added with on_fork_change = "replace", which replaces forks alone',
      request: aFork({ onForkChange: 'replace' }),
      facts: plain,
      message: 'added',
    },
    {
      title: 'a plan that replaces a service which is no fork',
      request: aFork({
        change: aChange('replace', {
          reasons: ['user_config.service_to_fork_from'],
          prior: { service: 'pg-fork', userConfig: { pg_version: '16' } },
        }),
      }),
      facts: null,
      message: 'destroyed',
    },
    {
      title: 'a plan that replaces a service which is no fork, its source named at apply',
      request: aFork({
        unknown: ['user_config.service_to_fork_from'],
        change: aChange('replace', {
          reasons: ['user_config.service_to_fork_from'],
          prior: { service: 'pg-fork', userConfig: { pg_version: '16' } },
        }),
      }),
      facts: null,
      message: 'destroyed',
    },
  ],
  pass: [
    {
      title: 'a service that was made as a fork',
      request: aFork(),
      facts: someFacts({
        services: [aService({ service: 'pg-fork', origin, userConfig: { service_to_fork_from: 'source-pg' } })],
      }),
    },
  ],
  undecided: [
    { title: 'nothing known of the control plane', request: aFork(), facts: null },
    {
      title: 'a source named at apply',
      request: aFork({ unknown: ['user_config.service_to_fork_from'] }),
      facts: plain,
    },
  ],
  notApplicable: [
    { title: 'a service that is no fork', request: aRequest({ serviceName: 'pg-fork' }), facts: plain },
    { title: 'a fork that is not made yet', request: aFork(), facts: someFacts() },
  ],
};
