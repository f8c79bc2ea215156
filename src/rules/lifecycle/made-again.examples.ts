import { aRequest, aService, aTerminatedService, at, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const request = aRequest({ serviceName: 'old-pg' });

const removedOne = someFacts({ terminated: [aTerminatedService({ removed: true })] });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a name whose service was deleted ten days ago',
      request,
      facts: removedOne,
    },
  ],
  pass: [
    { title: 'a name that is new', request, facts: someFacts() },
    {
      title: 'a service that a request ended',
      request,
      facts: someFacts({ terminated: [aTerminatedService()] }),
    },
    {
      title: 'one of which nothing is left',
      request,
      facts: someFacts({
        terminated: [aTerminatedService({ removed: true, terminatedAt: at('2026-01-01T00:00:00Z') })],
      }),
    },
  ],
  undecided: [
    { title: 'a name known after apply', request: aRequest({ unknown: ['service_name'] }), facts: removedOne },
  ],
  notApplicable: [
    { title: 'nothing known of the control plane', request, facts: null },
    {
      title: 'a name that another service has by now',
      request,
      facts: someFacts({ services: [aService({ service: 'old-pg' })] }),
    },
  ],
};
