import { aChange, aFork, aRequest, aService, builderNow, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const ours = { stack: 'demo-stack', path: 'demo-stack/pg-fork', fingerprint: 'f1', latestTransaction: false };
const forkKeys = { service_to_fork_from: 'source-pg', recovery_target_time: '2026-11-19T12:00:00Z' };
const lineage = {
  sourceProject: 'demo',
  sourceService: 'billing-pg',
  sourceIncarnation: 1,
  recoveryPoint: 0,
  backupName: 'backup-1',
  location: 'google-europe-west1',
  role: 'primary',
} as const;

const leftByMaker = aService({
  service: 'pg-fork',
  cloud: 'aws-eu-central-1',
  userConfig: forkKeys,
  lineage: { ...lineage, sourceService: 'source-pg' },
  ownership: {
    state: 'making',
    owner: { id: 'provider-5f1c', label: { stack: 'terraform', path: 'forkcast_service of demo/pg-fork' } },
    since: builderNow,
    by: null,
    fresh: false,
  },
});

const ofTwo = aService({
  service: 'pg-fork',
  lineage,
  ownership: {
    state: 'held',
    owner: { id: 'provider-5f1c', label: { stack: 'demo-stack', path: 'demo-stack/two' } },
    since: builderNow,
    by: null,
  },
});

/** What the same declaration made and holds, with the state of another workspace. */
const heldElsewhere = aService({
  service: 'pg-fork',
  userConfig: forkKeys,
  lineage: { ...lineage, sourceService: 'source-pg' },
  ownership: {
    state: 'held',
    owner: {
      id: '5f1c2d3e-0000-4000-8000-000000000000',
      label: { stack: 'demo-stack', path: 'demo-stack/pg-fork', workspace: 'default' },
    },
    since: builderNow,
    by: null,
  },
});

export const examples: RuleExamples = {
  violated: [
    {
      title: 'what the same construct holds from another workspace',
      request: aFork({ change: aChange('create'), carried: { by: 'local-exec', address: 'terraform_data.fork' } }),
      facts: someFacts({ services: [aService(), heldElsewhere] }),
      message: 'heldElsewhere',
    },
    {
      title: 'what the same block holds from another state',
      request: aFork({ change: aChange('create'), carried: { by: 'provider', address: 'forkcast_service.fork' } }),
      facts: someFacts({ services: [aService(), heldElsewhere] }),
      message: 'heldElsewhereByState',
    },
    {
      title: 'a service of that name which is no fork',
      request: aFork(),
      facts: someFacts({ services: [aService(), aService({ service: 'pg-fork' })] }),
    },
    {
      title: 'a service as it is declared, which no state has',
      request: aRequest({ change: aChange('create') }),
      facts: someFacts({
        services: [aService({ service: 'analytics-pg' })],
      }),
      message: 'alike',
    },
    {
      title: 'a fork of another source, made by another stack',
      request: aFork(),
      facts: someFacts({
        services: [
          aService(),
          aService({
            service: 'pg-fork',
            userConfig: { service_to_fork_from: 'billing-pg' },
            lineage,
            origin: { ...ours, stack: 'other-stack' },
          }),
        ],
      }),
    },
    {
      title: 'the service of another construct, which asks for another name by now',
      request: aFork(),
      siblings: [aRequest({ address: 'demo-stack/two', serviceName: 'pg-two' })],
      facts: someFacts({ services: [aService(), ofTwo] }),
      message: 'neighbour',
    },
    {
      title: 'the service of another construct, which the plan takes out',
      request: aFork({ change: aChange('create'), carried: { by: 'local-exec', address: 'terraform_data.fork' } }),
      siblings: [aRequest({ address: 'demo-stack/two', serviceName: 'pg-fork', change: aChange('read') })],
      facts: someFacts({ services: [aService(), ofTwo] }),
      message: 'renamed',
    },
    {
      title: 'the name of a service that the plan only forgets',
      request: aFork({ address: 'aiven_pg.new', change: aChange('create') }),
      siblings: [aFork({ address: 'aiven_pg.old', change: aChange('read', { letGo: 'forgotten' }) })],
      facts: null,
      message: 'forgotten',
    },
    {
      title: 'a construct of the local-exec backend whose identity is tainted',
      request: aFork({ change: aChange('create', { why: 'replace_because_tainted' }) }),
      siblings: [
        aFork({ address: 'demo-stack/pg-fork (left behind)', change: aChange('read', { letGo: 'forgotten' }) }),
      ],
      facts: null,
      message: 'tainted',
    },
  ],
  pass: [
    { title: 'a free name', request: aFork(), facts: someFacts() },
    { title: 'a free name of a service that is no fork', request: aRequest(), facts: someFacts() },
  ],
  undecided: [
    { title: 'nothing known of the control plane', request: aFork(), facts: null },
    {
      title: 'what an interrupted create left, and looks like what is declared',
      request: aFork({ change: aChange('create') }),
      facts: someFacts({ services: [aService(), leftByMaker] }),
    },
    { title: 'a name known after apply', request: aFork({ unknown: ['service_name'] }), facts: someFacts() },
    { title: 'a project known after apply', request: aFork({ unknown: ['project'] }), facts: someFacts() },
    {
      title: 'fork keys known after apply, and a fork of that name',
      request: aFork({ unknown: ['user_config.recovery_target_time'] }),
      facts: someFacts({ services: [aService(), aService({ service: 'pg-fork', userConfig: forkKeys })] }),
    },
  ],
  notApplicable: [
    {
      title: 'a fork of itself, which another rule tells of',
      request: aFork({ serviceName: 'source-pg' }),
      facts: someFacts(),
    },
    {
      title: 'the declared fork itself, made in an earlier run',
      request: aFork(),
      facts: someFacts({
        services: [aService(), aService({ service: 'pg-fork', userConfig: forkKeys, origin: ours })],
      }),
    },
    {
      title: 'a fork of that name with the same keys',
      request: aFork(),
      facts: someFacts({ services: [aService(), aService({ service: 'pg-fork', userConfig: forkKeys })] }),
    },
  ],
};
