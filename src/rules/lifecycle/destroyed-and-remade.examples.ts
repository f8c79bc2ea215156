import { aChange, aFork, aRequest, aService, aTerminatedService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const made = { serviceName: 'pg-fork', userConfig: { service_to_fork_from: 'source-pg' } };

const origin = { stack: 'demo-stack', path: 'demo-stack/fork', fingerprint: 'f1', latestTransaction: false };

const other = { ...origin, path: 'demo-stack/other' };
const aForkMadeBy = (maker: typeof origin, service = 'pg-fork') => aService({ service, origin: maker });

const heldIn = (workspace: string) =>
  ({
    state: 'held',
    since: 0,
    by: null,
    owner: { id: 'owner-of-pg-fork', label: { stack: origin.stack, path: origin.path, workspace } },
  }) as const;

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a service that is renamed',
      request: aRequest({
        serviceName: 'orders-pg',
        change: aChange('replace', { reasons: ['service_name'], prior: { service: 'crm-pg' } }),
      }),
      facts: null,
      message: 'service',
    },
    {
      title: 'a fork whose creation failed',
      request: aFork({ change: aChange('replace', { why: 'replace_because_tainted', prior: made }) }),
      facts: null,
      message: 'asked',
    },
    {
      title: 'a service that somebody asks to replace',
      request: aRequest({ change: aChange('replace', { why: 'replace_by_request', prior: { service: 'orders-pg' } }) }),
      facts: null,
      message: 'asked',
    },
    {
      title: 'a fork of another project',
      request: aFork({ change: aChange('replace', { reasons: ['project'], prior: made }) }),
      facts: null,
      message: 'fork',
    },
    {
      title: 'a fork that is renamed, and the loss accepted',
      request: aFork({
        serviceName: 'pg-copy',
        onForkChange: 'replace',
        change: aChange('replace', { reasons: ['service_name'], prior: made }),
      }),
      facts: null,
      message: 'accepted',
    },
    {
      title: 'another name of the construct that made a live service',
      request: aFork({ serviceName: 'pg-copy', address: origin.path }),
      facts: someFacts({ services: [aService(), aForkMadeBy(origin)] }),
      message: 'other-name',
    },
    {
      title: 'the name of what another construct made, in a swap of two ids',
      request: aFork({ serviceName: 'pg-copy', address: origin.path }),
      siblings: [aFork({ address: other.path })],
      facts: someFacts({ services: [aService(), aForkMadeBy(origin), aForkMadeBy(other, 'pg-copy')] }),
      message: 'swapped',
    },
    {
      title: 'the name of what another construct made, which has taken a third one',
      request: aFork({ serviceName: 'pg-copy', address: origin.path }),
      siblings: [aFork({ serviceName: 'pg-third', address: other.path })],
      facts: someFacts({ services: [aService(), aForkMadeBy(origin), aForkMadeBy(other, 'pg-copy')] }),
      message: 'other-name',
    },
    {
      title: 'another name of a construct that is moved at the same time',
      request: aFork({ serviceName: 'pg-copy', movedFrom: { stack: origin.stack, path: origin.path } }),
      facts: someFacts({ services: [aService(), aForkMadeBy(origin)] }),
      message: 'other-name',
    },
    {
      title: 'another name of the construct that made a live service, and the loss accepted',
      request: aFork({ serviceName: 'pg-copy', address: origin.path, onForkChange: 'replace' }),
      facts: someFacts({ services: [aService(), aForkMadeBy(origin)] }),
      message: 'name-accepted',
    },
    {
      title: 'another name, where the construct made a live service in a workspace of its own',
      request: aFork({ serviceName: 'pg-copy', address: origin.path }),
      facts: someFacts({
        services: [aService(), aService({ service: 'pg-fork', origin, ownership: heldIn('staging') })],
      }),
      message: 'other-workspace',
    },
  ],
  pass: [
    { title: 'a fork that is updated', request: aFork({ change: aChange('update', { prior: made }) }), facts: null },
  ],
  undecided: [],
  notApplicable: [
    {
      title: 'a fork that is replaced for another recovery time',
      request: aFork({ change: aChange('replace', { reasons: ['user_config.recovery_target_time'], prior: made }) }),
      facts: null,
    },
    { title: 'a synth output', request: aFork(), facts: null },
    {
      title: 'a fork that has ended already, and is made again',
      request: aFork({ change: aChange('replace', { prior: { ...made, service: 'pg-fork' } }) }),
      facts: someFacts({ terminated: [aTerminatedService({ service: 'pg-fork' })] }),
    },
  ],
};
