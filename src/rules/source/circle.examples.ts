import { aFork, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const aForkFrom = (serviceName: string, source: string) =>
  aFork({
    serviceName,
    address: serviceName,
    userConfig: { service_to_fork_from: source, recovery_target_time: null },
  });

const aReplicaOf = (serviceName: string, source: string) =>
  aRequest({ serviceName, address: serviceName, integrations: [{ type: 'read_replica', sourceService: source }] });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'two forks of each other',
      request: aForkFrom('left', 'right'),
      siblings: [aForkFrom('right', 'left')],
      facts: someFacts(),
    },
    {
      title: 'three forks in a ring',
      request: aForkFrom('one', 'two'),
      siblings: [aForkFrom('two', 'three'), aForkFrom('three', 'one')],
      facts: someFacts(),
    },
    {
      title: 'two replicas of each other',
      request: aReplicaOf('left', 'right'),
      siblings: [aReplicaOf('right', 'left')],
      facts: someFacts(),
    },
    {
      title: 'a replica of a fork of that replica',
      request: aReplicaOf('follower', 'copy'),
      siblings: [aForkFrom('copy', 'follower')],
      facts: someFacts(),
    },
    {
      title: 'a fork of a replica that follows it by its fork key',
      request: aForkFrom('copy', 'follower'),
      siblings: [
        aFork({
          serviceName: 'follower',
          address: 'follower',
          userConfig: { service_to_fork_from: 'copy', recovery_target_time: null, pg_read_replica: true },
        }),
      ],
      facts: someFacts(),
    },
  ],
  pass: [
    {
      title: 'a replica of a replica of a live service',
      request: aReplicaOf('second', 'first'),
      siblings: [aReplicaOf('first', 'source-pg')],
      facts: someFacts(),
    },
    {
      title: 'a chain that begins at a live service',
      request: aForkFrom('second', 'first'),
      siblings: [aForkFrom('first', 'source-pg')],
      facts: someFacts(),
    },
    {
      title: 'a fork of one of a ring, which the ring tells itself',
      request: aForkFrom('beside', 'left'),
      siblings: [aForkFrom('left', 'right'), aForkFrom('right', 'left')],
      facts: someFacts(),
    },
  ],
  undecided: [],
  notApplicable: [
    { title: 'a replica of a service that lives', request: aReplicaOf('first', 'source-pg'), facts: someFacts() },
    { title: 'a source that lives', request: aFork(), facts: someFacts() },
    { title: 'a service that is no fork', request: aRequest(), facts: null },
  ],
};
