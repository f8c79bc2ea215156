import { aFork, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const replica = aRequest({ integrations: [{ type: 'read_replica', sourceService: 'source-pg' }] });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a PostgreSQL replica of a MySQL service',
      request: replica,
      facts: someFacts({ services: [aService({ type: 'mysql' })] }),
    },
    {
      title: 'one that is made in the same run',
      request: replica,
      siblings: [aRequest({ serviceName: 'source-pg', serviceType: 'mysql' })],
      facts: someFacts({ services: [] }),
    },
  ],
  pass: [
    { title: 'a replica of its own type', request: replica, facts: someFacts() },
    { title: 'a service that is not there yet', request: replica, facts: someFacts({ services: [] }) },
  ],
  undecided: [{ title: 'nothing known of the control plane', request: replica, facts: null }],
  notApplicable: [
    {
      title: 'an integration that fills nothing',
      request: aRequest({ integrations: [{ type: 'metrics', sourceService: 'source-pg' }] }),
      facts: someFacts(),
    },
    { title: 'a fork', request: aFork(), facts: someFacts() },
  ],
};
