import { aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const live = aService({ service: 'orders-pg', plan: 'business-8', diskSpaceMb: 179_200, dataSizeMb: 130_000 });
const facts = someFacts({ services: [live] });
const asked = { serviceName: 'orders-pg', plan: 'business-8', recorded: true } as const;

export const examples: RuleExamples = {
  violated: [
    { title: 'a smaller plan', request: aRequest({ ...asked, plan: 'business-4' }), facts, message: 'too-small' },
    {
      title: 'a smaller plan, and a disk that is named',
      request: aRequest({ ...asked, plan: 'business-4', diskSpaceMb: 122_880 }),
      facts,
      message: 'too-small',
    },
  ],
  pass: [
    { title: 'the plan that it has', request: aRequest(asked), facts },
    {
      title: 'a smaller plan with enough disk',
      request: aRequest({ ...asked, plan: 'business-4', diskSpaceMb: 143_360 }),
      facts,
    },
    {
      title: 'a smaller plan that keeps the disk that was added',
      request: aRequest({ ...asked, plan: 'business-4' }),
      facts: someFacts({ services: [{ ...live, diskSpaceMb: 240_640 }] }),
    },
  ],
  undecided: [
    { title: 'a plan known after apply', request: aRequest({ ...asked, unknown: ['plan'] }), facts },
    { title: 'a disk known after apply', request: aRequest({ ...asked, unknown: ['disk_space_mb'] }), facts },
    { title: 'nothing known of the control plane', request: aRequest(asked), facts: null },
  ],
  notApplicable: [
    { title: 'a service that is to be made', request: aRequest({ ...asked, serviceName: 'new-pg' }), facts },
    {
      title: 'a type that lives in memory',
      request: aRequest({ ...asked, serviceType: 'valkey', plan: 'startup-4' }),
      facts: someFacts({ services: [{ ...live, type: 'valkey', plan: 'business-4' }] }),
    },
  ],
};
