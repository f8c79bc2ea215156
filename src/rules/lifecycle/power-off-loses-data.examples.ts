import { known, unknown, type Fact, type ServiceFacts } from '../../domain';
import { aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const makeFacts = (options: Partial<ServiceFacts> = {}) =>
  someFacts({ services: [aService({ service: 'logs', type: 'opensearch', nodes: 3, ...options })] });
const asked = (serviceType: string, powered?: Fact<boolean | undefined>) => ({
  ...aRequest({ serviceName: 'logs', serviceType, recorded: true }),
  ...(powered === undefined ? {} : { powered }),
});
const off = (serviceType = 'opensearch') => asked(serviceType, known(false));

export const examples: RuleExamples = {
  violated: [
    { title: 'a service without a log', request: off(), facts: makeFacts(), message: 'since-backup' },
    {
      title: 'PostgreSQL before its first backup',
      request: off('pg'),
      facts: makeFacts({ type: 'pg', backups: [] }),
      message: 'all',
    },
    {
      title: 'Valkey without persistence',
      request: off('valkey'),
      facts: makeFacts({ type: 'valkey', backups: [], userConfig: { valkey_persistence: 'off' } }),
      message: 'all',
    },
  ],
  pass: [
    { title: 'PostgreSQL, whose log is replayed', request: off('pg'), facts: makeFacts({ type: 'pg' }) },
    { title: 'Valkey, which takes a backup before', request: off('valkey'), facts: makeFacts({ type: 'valkey' }) },
    { title: 'a service that is off already', request: off(), facts: makeFacts({ state: 'POWEROFF' }) },
  ],
  undecided: [
    { title: 'nothing known of the control plane', request: off(), facts: null },
    {
      title: 'power that is known after apply',
      request: asked('opensearch', unknown('known-after-apply')),
      facts: makeFacts(),
    },
  ],
  notApplicable: [
    { title: 'a service that stays on', request: asked('opensearch'), facts: makeFacts() },
    { title: 'a replica', request: off('pg'), facts: makeFacts({ type: 'pg', replicaOf: 'demo/orders' }) },
  ],
};
