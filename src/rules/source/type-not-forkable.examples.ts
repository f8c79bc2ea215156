import { aFork, aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

export const examples: RuleExamples = {
  violated: [
    { title: 'a fork of Kafka', request: aFork({ serviceType: 'kafka' }), facts: null },
    { title: 'a fork of Thanos', request: aFork({ serviceType: 'thanos' }), facts: null },
    {
      title: 'fork keys of Kafka that name what an integration replicates',
      request: aFork({ serviceType: 'kafka', integrations: [{ type: 'read_replica', sourceService: 'source-pg' }] }),
      facts: null,
    },
  ],
  pass: [
    { title: 'a fork of PostgreSQL', request: aFork(), facts: null },
    { title: 'a fork of a legacy type', request: aFork({ serviceType: 'cassandra' }), facts: null },
  ],
  undecided: [
    { title: 'a type known after apply', request: aFork({ unknown: ['service_type'] }), facts: null },
    {
      title: 'a source known after apply, which may be none',
      request: aFork({ serviceType: 'kafka', unknown: ['user_config.service_to_fork_from'] }),
      facts: null,
    },
  ],
  notApplicable: [
    { title: 'a Kafka service that is no fork', request: aRequest({ serviceType: 'kafka' }), facts: null },
    { title: 'a type that does not exist', request: aFork({ serviceType: 'spreadsheet' }), facts: null },
  ],
};
