import { aFork, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const replicates = [{ type: 'read_replica', sourceService: 'source-pg' }];
const replica = aFork({ userConfig: { recovery_target_time: null }, integrations: replicates });
const byKey = aFork({ userConfig: { recovery_target_time: null, pg_read_replica: true } });

export const examples: RuleExamples = {
  violated: [
    {
      title: "the vendor's published example: the fork key and the integration name one service",
      request: replica,
      facts: someFacts(),
      message: 'replica',
    },
    { title: 'the key that makes a read replica', request: byKey, facts: someFacts(), message: 'replica' },
    {
      title: 'a replica of a service of the same configuration',
      request: byKey,
      siblings: [aRequest({ serviceName: 'source-pg' })],
      facts: someFacts({ services: [] }),
      message: 'replica',
    },
    {
      title: 'a replica of a service of another type',
      request: byKey,
      facts: someFacts({ services: [aService({ type: 'mysql' })] }),
      message: 'other-type',
    },
  ],
  pass: [
    {
      title: 'a replica of a service that is not there, which another rule tells',
      request: byKey,
      facts: someFacts({ services: [] }),
    },
  ],
  undecided: [{ title: 'nothing known of the control plane', request: replica, facts: null }],
  notApplicable: [{ title: 'a fork', request: aFork(), facts: someFacts() }],
};
