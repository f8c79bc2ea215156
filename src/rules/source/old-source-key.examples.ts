import { aFork, aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

export const examples: RuleExamples = {
  violated: [
    {
      title: 'two source keys with different values',
      request: aFork({ userConfig: { pg_service_to_fork_from: 'billing-pg' } }),
      facts: null,
      message: 'conflict',
    },
    {
      title: 'the key that makes a read replica, of no service',
      request: aRequest({ userConfig: { pg_read_replica: true } }),
      facts: null,
      message: 'replica-of-nothing',
    },
    {
      title: 'the deprecated source key alone',
      request: aFork({ userConfig: { service_to_fork_from: null, pg_service_to_fork_from: 'source-pg' } }),
      facts: null,
      message: 'deprecated',
    },
    {
      title: 'both source keys with the same value',
      request: aFork({ userConfig: { pg_service_to_fork_from: 'source-pg' } }),
      facts: null,
      message: 'deprecated',
    },
  ],
  pass: [
    { title: 'a read replica by its key', request: aFork({ userConfig: { pg_read_replica: true } }), facts: null },
    { title: 'the current key alone', request: aFork(), facts: null },
    { title: 'pg_read_replica false', request: aFork({ userConfig: { pg_read_replica: false } }), facts: null },
  ],
  undecided: [
    {
      title: 'a deprecated key known after apply',
      request: aFork({ unknown: ['user_config.pg_service_to_fork_from'] }),
      facts: null,
    },
    { title: 'a type known after apply', request: aFork({ unknown: ['service_type'] }), facts: null },
  ],
  notApplicable: [
    { title: 'a type without the deprecated keys', request: aFork({ serviceType: 'mysql' }), facts: null },
    { title: 'a service that is no fork', request: aRequest(), facts: null },
  ],
};
