import { aFork, aRequest, aService, at, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const logs = { service: 'logs', type: 'opensearch', userConfig: { opensearch_version: '2.19' } };
const facts = someFacts({ services: [aService(logs)] });
const forkAt = (version: string) =>
  aFork({ serviceType: 'opensearch', userConfig: { service_to_fork_from: 'logs', opensearch_version: version } });

export const examples: RuleExamples = {
  violated: [
    { title: 'an older major version', request: forkAt('1'), facts, message: 'older' },
    {
      title: 'a source of the same configuration, with the newest version',
      request: forkAt('3.3'),
      siblings: [aRequest({ serviceName: 'logs', serviceType: 'opensearch' })],
      facts: someFacts({ services: [] }),
      message: 'older',
    },
  ],
  pass: [
    { title: 'the version of the source', request: forkAt('2.19'), facts },
    { title: 'a newer version', request: forkAt('3.3'), facts },
    { title: 'any version of the same major one', request: forkAt('2'), facts },
  ],
  undecided: [
    { title: 'nothing known of the source', request: forkAt('1'), facts: null },
    {
      title: 'a source that was upgraded after its oldest backup',
      request: forkAt('1'),
      facts: someFacts({ services: [aService({ ...logs, versionChangedAt: at('2026-11-19T12:00:00Z') })] }),
    },
  ],
  notApplicable: [
    {
      title: 'an Elasticsearch source, whose versions are counted otherwise',
      request: forkAt('1'),
      facts: someFacts({ services: [aService({ service: 'logs', type: 'elasticsearch' })] }),
    },
    { title: 'a type that keeps its version', request: aFork(), facts: someFacts() },
    { title: 'an ordinary service', request: aRequest({ serviceType: 'opensearch' }), facts },
  ],
};
