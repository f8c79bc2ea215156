import { unknown } from '../../domain';
import { aFork, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const metrics = [{ type: 'metrics', destinationService: 'metrics-m3db' }];
const ofNew = { userConfig: { service_to_fork_from: 'new-pg' } };

export const examples: RuleExamples = {
  violated: [
    { title: 'a source that sends its metrics elsewhere', request: aFork(), facts: someFacts() },
    {
      title: 'a source of the same run with an integration',
      request: aFork(ofNew),
      siblings: [aRequest({ serviceName: 'new-pg', integrations: metrics })],
      facts: someFacts(),
    },
  ],
  pass: [
    {
      title: 'a fork that declares the same integration',
      request: aFork({ integrations: metrics }),
      facts: someFacts(),
    },
    {
      title: 'a source without integrations',
      request: aFork(),
      facts: someFacts({ services: [aService({ integrations: [] })] }),
    },
  ],
  undecided: [
    { title: 'nothing known of the control plane', request: aFork(), facts: null },
    {
      title: 'an integration whose type is known after apply',
      request: {
        ...aFork(),
        integrations: aFork({ integrations: metrics }).integrations.map((item) => ({
          ...item,
          type: unknown('known-after-apply'),
        })),
      },
      facts: someFacts(),
    },
  ],
  notApplicable: [{ title: 'a service that is no fork', request: aRequest(), facts: someFacts() }],
};
