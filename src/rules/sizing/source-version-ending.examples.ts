import { aFork, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const running = (version: string) => someFacts({ services: [aService({ userConfig: { pg_version: version } })] });

export const examples: RuleExamples = {
  violated: [{ title: 'a source on PostgreSQL 13', request: aFork(), facts: running('13') }],
  pass: [{ title: 'a source on PostgreSQL 16', request: aFork(), facts: running('16') }],
  undecided: [
    { title: 'nothing known of the control plane', request: aFork(), facts: null },
    {
      title: 'a version known after apply',
      request: aFork(),
      siblings: [aRequest({ serviceName: 'source-pg', unknown: ['user_config.pg_version'] })],
      facts: null,
    },
  ],
  notApplicable: [
    {
      title: 'a type whose forks may change the version',
      request: aFork({ serviceType: 'opensearch' }),
      facts: someFacts({ services: [aService({ type: 'opensearch' })] }),
    },
  ],
};
