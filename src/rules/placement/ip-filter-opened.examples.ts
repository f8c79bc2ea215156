import { aChange, aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

const change = (before: readonly string[]) =>
  aChange('update', { prior: { service: 'orders-pg', userConfig: { ip_filter: before } } });
const closed = change(['10.0.0.0/8']);

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a filter that is taken out',
      request: aRequest({ serviceName: 'orders-pg', change: closed }),
      facts: null,
      message: 'opened',
    },
    {
      title: 'a filter that is widened to every address',
      request: aRequest({
        serviceName: 'orders-pg',
        userConfig: { ip_filter: ['10.0.0.0/8', { network: '0.0.0.0/0' }] },
        change: closed,
      }),
      facts: null,
      message: 'widened',
    },
  ],
  pass: [
    {
      title: 'another filter',
      request: aRequest({ serviceName: 'orders-pg', userConfig: { ip_filter: ['192.0.2.0/24'] }, change: closed }),
      facts: null,
    },
    {
      title: 'a filter that lets everybody in already',
      request: aRequest({ serviceName: 'orders-pg', change: change(['0.0.0.0/0', '::/0']) }),
      facts: null,
    },
  ],
  undecided: [
    {
      title: 'a filter known after apply',
      request: aRequest({ serviceName: 'orders-pg', unknown: ['user_config.ip_filter'], change: closed }),
      facts: null,
    },
  ],
  notApplicable: [
    {
      title: 'a service without a filter',
      request: aRequest({ change: aChange('update', { prior: {} }) }),
      facts: null,
    },
    { title: 'a synth output', request: aRequest(), facts: null },
  ],
};
