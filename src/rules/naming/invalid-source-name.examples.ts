import { aFork, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a name with upper-case letters and an underscore',
      request: aFork({ userConfig: { service_to_fork_from: 'Prod_PG' } }),
      facts: null,
    },
    {
      title: 'a project and a service in one text',
      request: aFork({ userConfig: { service_to_fork_from: 'demo/source-pg' } }),
      facts: null,
    },
    {
      title: 'a name of 65 characters in the deprecated key',
      request: aFork({ userConfig: { service_to_fork_from: null, pg_service_to_fork_from: 'p'.repeat(65) } }),
      facts: null,
    },
    {
      title: 'a replica by key, of a name with upper-case letters',
      request: aFork({ userConfig: { service_to_fork_from: 'Prod_PG', pg_read_replica: true } }),
      facts: null,
    },
    {
      title: 'a name with a capital, near that of a live service',
      request: aFork({ userConfig: { service_to_fork_from: 'Source-pg' } }),
      facts: someFacts(),
    },
    {
      title: 'a name with a space before it, near that of a declared service',
      request: aFork({ userConfig: { service_to_fork_from: ' orders-pg' } }),
      siblings: [aRequest({ serviceName: 'orders-pg' })],
      facts: null,
    },
    { title: 'a number', request: aFork({ userConfig: { service_to_fork_from: 42 } }), facts: null },
  ],
  pass: [
    { title: 'a service name', request: aFork(), facts: null },
    {
      title: 'a name of 64 characters',
      request: aFork({ userConfig: { service_to_fork_from: 'p'.repeat(64) } }),
      facts: null,
    },
  ],
  undecided: [
    {
      title: 'a source named at apply',
      request: aFork({ unknown: ['user_config.service_to_fork_from'] }),
      facts: null,
    },
  ],
  notApplicable: [
    { title: 'a service that is no fork', request: aRequest(), facts: null },
    {
      title: 'the empty text, which means no fork',
      request: aRequest({ userConfig: { service_to_fork_from: '' } }),
      facts: null,
    },
  ],
};
