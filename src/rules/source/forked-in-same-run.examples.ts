import { aFork, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const first = aFork({ serviceName: 'first-fork' });
const ofFirst = {
  serviceName: 'second-fork',
  userConfig: { service_to_fork_from: 'first-fork', recovery_target_time: null },
  source: { kind: 'declared', address: first.address },
} as const;

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a fork of a fork that the same run makes',
      request: aFork(ofFirst),
      siblings: [first],
      facts: someFacts(),
    },
  ],
  pass: [
    {
      title: 'a run that waits for the first backup of the first fork',
      request: aFork({ ...ofFirst, waitsForSource: true }),
      siblings: [first],
      facts: someFacts(),
    },
    { title: 'a source that exists', request: aFork(), facts: someFacts() },
  ],
  undecided: [
    {
      title: 'nothing known of the control plane, so the first fork may exist already',
      request: aFork(ofFirst),
      siblings: [first],
      facts: null,
    },
  ],
  notApplicable: [
    {
      title: 'a source of the same run that is no fork',
      request: aFork({ userConfig: { service_to_fork_from: 'new-pg' } }),
      siblings: [aRequest({ serviceName: 'new-pg' })],
      facts: someFacts(),
    },
  ],
};
