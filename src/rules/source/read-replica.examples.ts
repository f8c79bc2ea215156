import { unknown } from '../../domain';
import { aFork, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const ofReplica = aFork({ userConfig: { service_to_fork_from: 'replica-pg', recovery_target_time: null } });
const replica = aRequest({
  serviceName: 'replica-pg',
  integrations: [{ type: 'read_replica', sourceService: 'source-pg' }],
});

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a read replica',
      request: ofReplica,
      facts: someFacts({
        services: [aService(), aService({ service: 'replica-pg', backups: [], replicaOf: 'demo/source-pg' })],
      }),
    },
    { title: 'a read replica of the same run', request: ofReplica, siblings: [replica], facts: someFacts() },
  ],
  pass: [
    { title: 'a service of its own', request: aFork(), facts: someFacts() },
    {
      title: 'a service of the same run that sends its metrics elsewhere',
      request: ofReplica,
      siblings: [
        aRequest({ serviceName: 'replica-pg', integrations: [{ type: 'metrics', destinationService: 'metrics' }] }),
      ],
      facts: someFacts(),
    },
  ],
  undecided: [
    { title: 'nothing known of the control plane', request: aFork(), facts: null },
    {
      title: 'a service of the same run with an integration known after apply',
      request: ofReplica,
      siblings: [
        {
          ...replica,
          integrations: replica.integrations.map((item) => ({ ...item, type: unknown('known-after-apply') })),
        },
      ],
      facts: someFacts(),
    },
  ],
  notApplicable: [{ title: 'a service that is no fork', request: aRequest(), facts: someFacts() }],
};
