import { aChange, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const terms = { policies: [{ name: 'orders', projects: ['demo'], window: '14d' }] };

export const examples: RuleExamples = {
  violated: [
    { title: 'a smaller plan', request: aRequest({ plan: 'startup-4' }), facts: null, terms, message: 'short' },
    {
      title: 'a type without backups',
      request: aRequest({ serviceType: 'kafka', plan: 'business-4' }),
      facts: null,
      terms,
      message: 'none',
    },
    {
      title: 'persistence that is off',
      request: aRequest({ serviceType: 'valkey', plan: 'business-4', userConfig: { valkey_persistence: 'off' } }),
      facts: null,
      terms,
      message: 'off',
    },
    {
      title: 'persistence that is off in the live service, and that the plan does not touch',
      request: aRequest({ serviceName: 'source-pg', serviceType: 'valkey', plan: 'business-4', recorded: true }),
      facts: someFacts({
        services: [aService({ type: 'valkey', plan: 'business-4', userConfig: { valkey_persistence: 'off' } })],
      }),
      terms,
      message: 'off',
    },
    {
      title: 'a read replica, which has no backups of its own',
      request: aRequest({ userConfig: { pg_read_replica: true, service_to_fork_from: 'source-pg' } }),
      facts: someFacts({ services: [aService()] }),
      terms,
      message: 'replica',
    },
    {
      title: 'a live replica',
      request: aRequest({ serviceName: 'source-pg', recorded: true }),
      facts: someFacts({ services: [aService({ replicaOf: 'demo/main-pg', backups: [] })] }),
      terms,
      message: 'replica',
    },
    {
      title: 'fewer days than the plan would keep',
      request: aRequest({ userConfig: { backup_retention_days: 3 } }),
      facts: null,
      terms,
      message: 'short',
    },
  ],
  pass: [
    { title: 'as long as is asked for', request: aRequest(), facts: null, terms },
    {
      title: 'a smaller plan with as many days as are asked for',
      request: aRequest({ plan: 'startup-4', userConfig: { backup_retention_days: 14 } }),
      facts: null,
      terms,
    },
    {
      title: 'days that the live service has, and that the plan does not touch',
      request: aRequest({ serviceName: 'source-pg', plan: 'startup-4', recorded: true }),
      facts: someFacts({ services: [aService({ userConfig: { backup_retention_days: 14 } })] }),
      terms,
    },
  ],
  undecided: [
    { title: 'a plan known after apply', request: aRequest({ unknown: ['plan'] }), facts: null, terms },
    {
      title: 'an update of a live service that nobody has read: it may have days of its own',
      request: aRequest({ serviceName: 'source-pg', change: aChange('update', { prior: { service: 'source-pg' } }) }),
      facts: null,
      terms,
    },
    {
      title: 'days known after apply',
      request: aRequest({ unknown: ['user_config.backup_retention_days'] }),
      facts: null,
      terms,
    },
  ],
  notApplicable: [{ title: 'no policy', request: aRequest(), facts: null }],
};
