import { type ServiceFacts } from '../../domain';
import { aChange, aFork, aRequest, aService, builderNow, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const origin = { stack: 'demo-stack', path: 'demo-stack/pg-fork', fingerprint: 'f1', latestTransaction: false };

const liveFork = (options: Partial<ServiceFacts> = {}): ServiceFacts =>
  aService({
    service: 'pg-fork',
    cloud: 'aws-eu-central-1',
    userConfig: { service_to_fork_from: 'source-pg', recovery_target_time: '2026-11-19T12:00:00Z' },
    origin,
    ...options,
  });

const madeFrom = {
  service: 'pg-fork',
  userConfig: { service_to_fork_from: 'source-pg', recovery_target_time: '2026-11-19T12:00:00Z' },
};

const facts = someFacts({ services: [aService(), liveFork()] });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'another recovery time',
      request: aFork({ userConfig: { recovery_target_time: '2026-11-20T06:00:00Z' } }),
      facts,
      message: 'changed',
    },
    {
      title: 'another source',
      request: aFork({ userConfig: { service_to_fork_from: 'billing-pg' } }),
      facts,
      message: 'changed',
    },
    {
      title: 'the latest transaction instead of a time',
      request: aFork({ latestTransaction: true }),
      facts,
      message: 'changed',
    },
    {
      title: 'another recovery time, and the loss accepted',
      request: aFork({ userConfig: { recovery_target_time: '2026-11-20T06:00:00Z' }, onForkChange: 'replace' }),
      facts,
      message: 'replaced',
    },
    {
      title: 'a plan that replaces the fork for another recovery time',
      request: aFork({
        userConfig: { recovery_target_time: '2026-11-20T06:00:00Z' },
        change: aChange('replace', { reasons: ['user_config.recovery_target_time'], prior: madeFrom }),
      }),
      facts: null,
      message: 'destroyed',
    },
    {
      title: 'a plan that replaces the fork for another spelling of its recovery time',
      request: aFork({
        userConfig: { recovery_target_time: '2026-11-19T13:00:00+01:00' },
        change: aChange('replace', { reasons: ['user_config.recovery_target_time'], prior: madeFrom }),
      }),
      facts: null,
      message: 'respelled',
    },
    {
      title: 'a plan that replaces the fork because its own project is written out',
      request: aFork({
        userConfig: { project_to_fork_from: 'demo' },
        change: aChange('replace', {
          reasons: ['user_config.project_to_fork_from'],
          prior: { ...madeFrom, project: 'demo' },
        }),
      }),
      facts: null,
      message: 'written-out',
    },
    {
      title: 'a plan that replaces the fork for a recovery time that is computed',
      request: aFork({
        unknown: ['user_config.recovery_target_time'],
        change: aChange('replace', { reasons: ['user_config.recovery_target_time'], prior: madeFrom }),
      }),
      facts: null,
      message: 'destroyed',
    },
  ],
  pass: [
    { title: 'the keys that the fork was made with', request: aFork(), facts },
    {
      title: 'a reference to the source that the fork was made from',
      request: aFork({
        unknown: ['user_config.service_to_fork_from'],
        source: { kind: 'declared', address: 'demo-stack/source-pg' },
      }),
      siblings: [aRequest({ serviceName: 'source-pg' })],
      facts,
    },
    {
      title: 'a source that is gone and a time that has left the window',
      request: aFork(),
      facts: someFacts({ services: [liveFork()], now: builderNow + 40 * 86_400_000 }),
    },
    {
      title: 'the same instant with another offset',
      request: aFork({ userConfig: { recovery_target_time: '2026-11-19T13:00:00+01:00' } }),
      facts,
    },
    {
      title: 'the recovery time taken out',
      request: aFork({ userConfig: { recovery_target_time: null } }),
      facts,
    },
    {
      title: 'the latest transaction, as it was made',
      request: aFork({ latestTransaction: true }),
      facts: someFacts({ services: [aService(), liveFork({ origin: { ...origin, latestTransaction: true } })] }),
    },
  ],
  undecided: [
    {
      title: 'a recovery time known after apply',
      request: aFork({ unknown: ['user_config.recovery_target_time'] }),
      facts,
    },
    { title: 'nothing known of the control plane', request: aFork(), facts: null },
  ],
  notApplicable: [
    {
      title: 'a plan that does nothing to a fork, which was made from another source outside',
      request: aFork({
        userConfig: { service_to_fork_from: 'gone-pg', recovery_target_time: '2026-11-19T12:00:00Z' },
        change: aChange('no-op', { prior: { ...madeFrom, userConfig: { service_to_fork_from: 'gone-pg' } } }),
      }),
      facts,
    },
    { title: 'a fork that is not made yet', request: aFork(), facts: someFacts() },
    { title: 'a service that is no fork', request: aRequest({ serviceName: 'source-pg' }), facts },
  ],
};
