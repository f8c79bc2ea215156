import { unknown } from '../../domain';
import { aFork, aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

const replicates = [{ type: 'read_replica', sourceService: 'source-pg' }];

export const examples: RuleExamples = {
  violated: [
    { title: 'a fork with a read_replica integration', request: aFork({ integrations: replicates }), facts: null },
    {
      title: 'a fork with a disaster_recovery integration',
      request: aFork({ integrations: [{ type: 'disaster_recovery', sourceService: 'source-pg' }] }),
      facts: null,
    },
  ],
  pass: [
    { title: 'a fork alone', request: aFork(), facts: null },
    {
      title: 'a fork that sends its metrics elsewhere',
      request: aFork({ integrations: [{ type: 'metrics', destinationService: 'metrics' }] }),
      facts: null,
    },
    {
      title: 'a fork that has a replica of its own',
      request: aFork({
        integrations: [{ type: 'read_replica', sourceService: 'pg-fork', destinationService: 'replica-pg' }],
      }),
      facts: null,
    },
  ],
  undecided: [
    {
      title: 'an integration whose type is known after apply',
      request: {
        ...aFork(),
        integrations: aFork({ integrations: replicates }).integrations.map((item) => ({
          ...item,
          type: unknown('known-after-apply'),
        })),
      },
      facts: null,
    },
  ],
  notApplicable: [
    { title: 'a read replica that is no fork', request: aRequest({ integrations: replicates }), facts: null },
  ],
};
