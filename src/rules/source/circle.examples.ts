import { aFork, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const forkOf = (serviceName: string, source: string) =>
  aFork({
    serviceName,
    address: serviceName,
    userConfig: { service_to_fork_from: source, recovery_target_time: null },
  });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'two forks of each other',
      request: forkOf('left', 'right'),
      siblings: [forkOf('right', 'left')],
      facts: someFacts(),
    },
    {
      title: 'three forks in a ring',
      request: forkOf('one', 'two'),
      siblings: [forkOf('two', 'three'), forkOf('three', 'one')],
      facts: someFacts(),
    },
  ],
  pass: [
    {
      title: 'a chain that begins at a live service',
      request: forkOf('second', 'first'),
      siblings: [forkOf('first', 'source-pg')],
      facts: someFacts(),
    },
    {
      title: 'a fork of one of a ring, which the ring tells itself',
      request: forkOf('beside', 'left'),
      siblings: [forkOf('left', 'right'), forkOf('right', 'left')],
      facts: someFacts(),
    },
  ],
  undecided: [],
  notApplicable: [
    { title: 'a source that lives', request: aFork(), facts: someFacts() },
    { title: 'a service that is no fork', request: aRequest(), facts: null },
  ],
};
