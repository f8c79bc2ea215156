import { aChange, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const follows = (peer: string) =>
  ({ id: `to-${peer}`, type: 'read_replica', end: 'source', peer: `demo/${peer}` }) as const;
const followed = (...peers: readonly string[]) =>
  someFacts({ services: [aService({ service: 'orders-pg', integrations: peers.map(follows) })] });

const ended = (serviceName: string) =>
  aRequest({ serviceName, change: aChange('delete', { prior: { service: serviceName } }) });
const orders = ended('orders-pg');
const remade = aRequest({
  serviceName: 'orders-pg',
  change: aChange('replace', { why: 'replace_by_request', prior: { service: 'orders-pg' } }),
});

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a service that a read replica follows is destroyed',
      request: orders,
      facts: followed('orders-read'),
      message: 'left',
    },
    {
      title: 'one that many follow',
      request: orders,
      facts: followed('read-1', 'read-2', 'read-3', 'read-4', 'read-5', 'read-6'),
      message: 'left',
    },
    { title: 'one that is made again', request: remade, facts: followed('orders-read'), message: 'remade' },
    {
      title: 'one whose replica is made again in the same plan',
      request: orders,
      siblings: [
        aRequest({
          serviceName: 'orders-read',
          change: aChange('replace', { why: 'replace_by_request', prior: { service: 'orders-read' } }),
        }),
      ],
      facts: followed('orders-read'),
      message: 'left',
    },
  ],
  pass: [
    { title: 'a service that nobody follows', request: orders, facts: followed() },
    {
      title: 'its replica ends in the same plan',
      request: orders,
      siblings: [ended('orders-read')],
      facts: followed('orders-read'),
    },
  ],
  undecided: [{ title: 'nothing is known of what lives', request: orders, facts: null }],
  notApplicable: [
    {
      title: 'a service that stays',
      request: aRequest({ serviceName: 'orders-pg', change: aChange('no-op', { prior: { service: 'orders-pg' } }) }),
      facts: followed('orders-read'),
    },
    { title: 'a service that has ended before', request: orders, facts: someFacts({ services: [] }) },
  ],
};
