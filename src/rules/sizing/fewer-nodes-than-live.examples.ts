import { aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const live = aService({ service: 'events', type: 'clickhouse', plan: 'business-16' });
const facts = someFacts({ services: [live] });
const asked = { serviceName: 'events', serviceType: 'clickhouse', plan: 'business-16', recorded: true } as const;

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a plan of one node for a ClickHouse of three',
      request: aRequest({ ...asked, plan: 'startup-16' }),
      facts,
      message: 'fewer',
    },
  ],
  pass: [
    { title: 'the plan that it has', request: aRequest(asked), facts },
    { title: 'a plan of more nodes', request: aRequest({ ...asked, plan: 'premium-2x3-16' }), facts },
  ],
  undecided: [
    { title: 'a plan known after apply', request: aRequest({ ...asked, unknown: ['plan'] }), facts },
    { title: 'nothing known of the control plane', request: aRequest(asked), facts: null },
  ],
  notApplicable: [
    {
      title: 'a type that may have fewer nodes',
      request: aRequest({ serviceName: 'orders-pg', plan: 'startup-4', recorded: true }),
      facts: someFacts({ services: [aService({ service: 'orders-pg', dataSizeMb: 10 })] }),
    },
    { title: 'a service that is to be made', request: aRequest({ ...asked, serviceName: 'new-events' }), facts },
  ],
};
