import type { ServiceFacts } from '../../domain';
import { aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const makeFacts = (options: Partial<ServiceFacts> = {}) =>
  someFacts({ services: [aService({ service: 'orders-pg', ...options })] });
const asked = (version: string) =>
  aRequest({ serviceName: 'orders-pg', userConfig: { pg_version: version }, recorded: true });

export const examples: RuleExamples = {
  violated: [{ title: 'an upgrade of PostgreSQL', request: asked('17'), facts: makeFacts(), message: 'ends' }],
  pass: [
    { title: 'the version that it runs', request: asked('16'), facts: makeFacts() },
    { title: 'an older version, which is refused', request: asked('15'), facts: makeFacts() },
    { title: 'a service without a backup', request: asked('17'), facts: makeFacts({ backups: [] }) },
    { title: 'a replica, which has none', request: asked('17'), facts: makeFacts({ replicaOf: 'demo/main' }) },
  ],
  undecided: [
    {
      title: 'a version known after apply',
      request: aRequest({ serviceName: 'orders-pg', recorded: true, unknown: ['user_config.pg_version'] }),
      facts: makeFacts(),
    },
    { title: 'a service that does not tell its version', request: asked('17'), facts: makeFacts({ userConfig: {} }) },
    { title: 'nothing known of the control plane', request: asked('17'), facts: null },
  ],
  notApplicable: [
    {
      title: 'no version is written',
      request: aRequest({ serviceName: 'orders-pg', recorded: true }),
      facts: makeFacts(),
    },
    { title: 'a service that is to be made', request: asked('17'), facts: someFacts() },
    {
      title: 'a type whose backups a newer version reads',
      request: aRequest({
        serviceName: 'orders-pg',
        serviceType: 'opensearch',
        userConfig: { opensearch_version: '3.3' },
        recorded: true,
      }),
      facts: makeFacts({ type: 'opensearch', userConfig: { opensearch_version: '2' } }),
    },
  ],
};
