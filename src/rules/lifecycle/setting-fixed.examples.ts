import { aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const facts = someFacts({ services: [aService({ service: 'orders-pg', userConfig: { admin_username: 'boss' } })] });
const asked = { serviceName: 'orders-pg', recorded: true } as const;

export const examples: RuleExamples = {
  violated: [
    {
      title: 'another administrator',
      request: aRequest({ ...asked, userConfig: { admin_username: 'root' } }),
      facts,
      message: 'setting',
    },
    {
      title: 'another type',
      request: aRequest({ ...asked, serviceType: 'mysql' }),
      facts,
      message: 'type',
    },
  ],
  pass: [
    {
      title: 'the administrator that it has',
      request: aRequest({ ...asked, userConfig: { admin_username: 'boss' } }),
      facts,
    },
    { title: 'the administrator taken out', request: aRequest(asked), facts },
  ],
  undecided: [],
  notApplicable: [
    { title: 'a service that is to be made', request: aRequest({ serviceName: 'new-pg' }), facts },
    { title: 'nothing known of the control plane', request: aRequest(asked), facts: null },
  ],
};
