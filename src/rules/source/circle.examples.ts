import { aFork, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const aForkFrom = (serviceName: string, source: string) =>
  aFork({
    serviceName,
    address: serviceName,
    userConfig: { service_to_fork_from: source, recovery_target_time: null },
  });

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
  ],
  pass: [
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
    { title: 'a source that lives', request: aFork(), facts: someFacts() },
    { title: 'a service that is no fork', request: aRequest(), facts: null },
  ],
};
