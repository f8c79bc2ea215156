import { aFork, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const newSource = aRequest({ serviceName: 'new-pg' });
const ofNew = { userConfig: { service_to_fork_from: 'new-pg' } };

export const examples: RuleExamples = {
  violated: [
    {
      title: 'the name of a service of the same configuration in quotes',
      request: aFork(ofNew),
      siblings: [newSource],
      facts: someFacts(),
    },
  ],
  pass: [
    {
      title: 'a reference to the source',
      request: aFork({ ...ofNew, source: { kind: 'declared', address: newSource.address } }),
      siblings: [newSource],
      facts: someFacts(),
    },
    {
      title: 'a dependency on the source',
      request: aFork({ ...ofNew, after: [newSource.address] }),
      siblings: [newSource],
      facts: null,
    },
    {
      title: 'a source that exists',
      request: aFork(),
      siblings: [aRequest({ serviceName: 'source-pg' })],
      facts: someFacts(),
    },
  ],
  undecided: [
    {
      title: 'nothing known of the control plane, so the source may exist already',
      request: aFork(ofNew),
      siblings: [newSource],
      facts: null,
    },
  ],
  notApplicable: [{ title: 'a service that is no fork', request: aRequest(), facts: someFacts() }],
};
