import { aFork, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const facts = someFacts({ services: [aService({ service: 'source-mysql', type: 'mysql' })] });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a PostgreSQL fork of a MySQL service',
      request: aFork({ userConfig: { service_to_fork_from: 'source-mysql' } }),
      facts,
    },
    {
      title: 'a PostgreSQL fork of an Elasticsearch service, of a type that nobody can make any more',
      request: aFork({ userConfig: { service_to_fork_from: 'old-logs' } }),
      facts: someFacts({ services: [aService({ service: 'old-logs', type: 'elasticsearch' })] }),
    },
    {
      title: 'a PostgreSQL fork of a MySQL service of the same configuration',
      request: aFork({ userConfig: { service_to_fork_from: 'new-mysql' } }),
      siblings: [aRequest({ serviceName: 'new-mysql', serviceType: 'mysql' })],
      facts: null,
    },
  ],
  pass: [
    {
      title: 'an OpenSearch fork of an Elasticsearch service, which is how one is migrated',
      request: aFork({ serviceType: 'opensearch', userConfig: { service_to_fork_from: 'old-logs' } }),
      facts: someFacts({ services: [aService({ service: 'old-logs', type: 'elasticsearch' })] }),
    },
    { title: 'a source of the same type', request: aFork(), facts: someFacts() },
    {
      title: 'a source of the same type in the same configuration',
      request: aFork({ userConfig: { service_to_fork_from: 'new-pg' } }),
      siblings: [aRequest({ serviceName: 'new-pg' })],
      facts,
    },
  ],
  undecided: [
    { title: 'nothing known of the control plane', request: aFork(), facts: null },
    { title: 'a type known after apply', request: aFork({ unknown: ['service_type'] }), facts: someFacts() },
    {
      title: 'a source of the same configuration whose type is known after apply',
      request: aFork({ userConfig: { service_to_fork_from: 'new-pg' } }),
      siblings: [aRequest({ serviceName: 'new-pg', unknown: ['service_type'] })],
      facts,
    },
  ],
  notApplicable: [{ title: 'a service that is no fork', request: aRequest(), facts }],
};
