import { unknown } from '../../domain';
import { aFork, aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

const replicates = [{ type: 'read_replica', sourceService: 'source-pg' }];
const ofAnother = (type: string) => aFork({ integrations: [{ type, sourceService: 'billing-pg' }] });
const followed = (...sources: readonly string[]) => ({
  integrations: sources.map((sourceService) => ({ type: 'read_replica', sourceService })),
});
const replica = aFork({ userConfig: { recovery_target_time: null }, integrations: replicates });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a fork of one service with a read_replica integration of another',
      request: ofAnother('read_replica'),
      facts: null,
      message: 'both',
    },
    {
      title: 'a fork of one service with a disaster_recovery integration of another',
      request: ofAnother('disaster_recovery'),
      facts: null,
      message: 'both',
    },
    {
      title: 'a replica of two services',
      request: aRequest(followed('source-pg', 'billing-pg')),
      facts: null,
      message: 'two',
    },
    {
      title: 'a fork key and an integration of one service, and an integration of another',
      request: aFork(followed('source-pg', 'billing-pg')),
      facts: null,
      message: 'two',
    },
    {
      title: 'a replica at a time',
      request: aFork({ integrations: replicates }),
      facts: null,
      message: 'restore',
    },
  ],
  pass: [
    { title: 'a replica whose fork key and integration name one service', request: replica, facts: null },
    {
      title: 'an integration that is written twice',
      request: aRequest(followed('source-pg', 'source-pg')),
      facts: null,
    },
    { title: 'a fork alone', request: aFork(), facts: null },
    {
      title: 'a fork that sends its metrics elsewhere',
      request: aFork({ integrations: [{ type: 'metrics', destinationService: 'metrics' }] }),
      facts: null,
    },
    {
      title: 'a fork that has a replica of its own',
      request: aFork({
        integrations: [{ type: 'read_replica', destinationService: 'replica-pg' }],
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
