import type { ServiceFacts } from '../../domain';
import { aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const makeFacts = (options: Partial<ServiceFacts> = {}) =>
  someFacts({ services: [aService({ service: 'orders-pg', ...options })] });
const asked = (version: string) =>
  aRequest({ serviceName: 'orders-pg', userConfig: { pg_version: version }, recorded: true });

export const examples: RuleExamples = {
  violated: [
    { title: 'an older version', request: asked('15'), facts: makeFacts(), message: 'older' },
    {
      title: 'an upgrade of a replica',
      request: asked('17'),
      facts: makeFacts({ replicaOf: 'demo/source-pg' }),
      message: 'replica',
    },
    {
      title: 'an upgrade of a service that is off',
      request: asked('17'),
      facts: makeFacts({ state: 'POWEROFF' }),
      message: 'off',
    },
    {
      title: 'an upgrade while the cloud is down',
      request: asked('17'),
      facts: { ...makeFacts(), outages: ['google-europe-west1'] },
      message: 'down',
    },
    {
      title: 'an upgrade of a service that is rebuilt',
      request: asked('17'),
      facts: makeFacts({ state: 'REBUILDING' }),
      message: 'not-ready',
    },
  ],
  pass: [
    { title: 'the version that it runs', request: asked('16'), facts: makeFacts() },
    { title: 'an upgrade', request: asked('17'), facts: makeFacts() },
  ],
  undecided: [
    {
      title: 'a version known after apply',
      request: aRequest({ serviceName: 'orders-pg', recorded: true, unknown: ['user_config.pg_version'] }),
      facts: makeFacts(),
    },
    {
      title: 'an upgrade of a replica, with what it follows',
      request: asked('17'),
      siblings: [aRequest({ serviceName: 'source-pg', userConfig: { pg_version: '17' }, recorded: true })],
      facts: makeFacts({ replicaOf: 'demo/source-pg' }),
    },
    { title: 'a service that does not tell its version', request: asked('16'), facts: makeFacts({ userConfig: {} }) },
    { title: 'nothing known of the control plane', request: asked('16'), facts: null },
  ],
  notApplicable: [
    {
      title: 'no version is written',
      request: aRequest({ serviceName: 'orders-pg', recorded: true }),
      facts: makeFacts(),
    },
    { title: 'a service that is to be made', request: asked('15'), facts: someFacts() },
  ],
};
