import { aFork, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const facts = someFacts({ services: [aService({ service: 'orders-pg', userConfig: { pg_version: '16' } })] });
const userConfig = { service_to_fork_from: 'orders-pg' };
const fork = aFork({ userConfig });
const upgraded = (version: string) =>
  aRequest({ serviceName: 'orders-pg', userConfig: { pg_version: version }, recorded: true });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a fork that waits for the upgrade of its source',
      request: aFork({ userConfig, source: { kind: 'declared', address: upgraded('17').address } }),
      siblings: [upgraded('17')],
      facts,
      message: 'first',
    },
    {
      title: 'a fork by name, beside the upgrade of its source',
      request: fork,
      siblings: [upgraded('17')],
      facts,
      message: 'unordered',
    },
  ],
  pass: [
    { title: 'a source that keeps its version', request: fork, siblings: [upgraded('16')], facts },
    { title: 'a source that the run does not touch', request: fork, facts },
  ],
  undecided: [
    {
      title: 'a version of the source known after apply',
      request: fork,
      siblings: [aRequest({ serviceName: 'orders-pg', recorded: true, unknown: ['user_config.pg_version'] })],
      facts,
    },
    { title: 'nothing known of the control plane', request: fork, facts: null },
  ],
  notApplicable: [{ title: 'a source that is not there', request: fork, facts: someFacts() }],
};
