import { aFork, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const newSource = aRequest({ serviceName: 'new-mysql', serviceType: 'mysql' });
const ofNewSource = {
  serviceType: 'mysql',
  userConfig: { service_to_fork_from: 'new-mysql' },
  source: { kind: 'declared', address: newSource.address },
} as const;

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a fork of a service that the same run makes',
      request: aFork(ofNewSource),
      siblings: [newSource],
      facts: someFacts(),
    },
  ],
  pass: [
    {
      title: 'a run that waits for the first backup of the source',
      request: aFork({ ...ofNewSource, waitsForSource: true }),
      siblings: [newSource],
      facts: someFacts(),
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
      request: aFork(ofNewSource),
      siblings: [newSource],
      facts: null,
    },
  ],
  notApplicable: [
    { title: 'a service that is no fork', request: aRequest(), facts: someFacts() },
    {
      title: 'a source that another rule tells of, because nothing puts it first',
      request: aFork({ ...ofNewSource, source: { kind: 'literal' } }),
      siblings: [newSource],
      facts: someFacts(),
    },
  ],
};
