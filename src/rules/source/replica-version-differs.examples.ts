import { aFork, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const integrations = [{ type: 'read_replica', sourceService: 'source-pg' }];
const asked = (version: string) => aRequest({ integrations, userConfig: { pg_version: version } });
const source = (version: string) => aRequest({ serviceName: 'source-pg', userConfig: { pg_version: version } });

export const examples: RuleExamples = {
  violated: [
    { title: 'a newer version', request: asked('17'), facts: someFacts() },
    {
      title: 'a replica by fork key',
      request: aRequest({
        userConfig: { service_to_fork_from: 'source-pg', pg_read_replica: true, pg_version: '17' },
        source: { kind: 'literal' },
      }),
      facts: someFacts(),
    },
    {
      title: 'another variant',
      request: aRequest({ integrations, userConfig: { variant: 'timescale' } }),
      facts: someFacts(),
    },
    {
      title: 'a source that is made in the same run',
      request: asked('17'),
      siblings: [source('16')],
      facts: someFacts({ services: [] }),
    },
    {
      title: 'a source that is made in the same run with the usual version',
      request: asked('15'),
      siblings: [aRequest({ serviceName: 'source-pg' })],
      facts: someFacts({ services: [] }),
    },
  ],
  pass: [
    { title: 'no version', request: aRequest({ integrations }), facts: someFacts() },
    { title: 'the version of the source', request: asked('16'), facts: someFacts() },
    {
      title: 'the usual variant',
      request: aRequest({ integrations, userConfig: { variant: 'aiven' } }),
      facts: someFacts(),
    },
    {
      title: 'a source of another type, which another rule tells',
      request: asked('17'),
      facts: someFacts({ services: [aService({ type: 'mysql', userConfig: { mysql_version: '8' } })] }),
    },
    { title: 'a service that is not there', request: asked('17'), facts: someFacts({ services: [] }) },
  ],
  undecided: [
    { title: 'nothing known of the control plane', request: asked('17'), facts: null },
    {
      title: 'a version known after apply',
      request: aRequest({ integrations, unknown: ['user_config.pg_version'] }),
      facts: someFacts(),
    },
    {
      title: 'a source that the same run upgrades',
      request: asked('17'),
      siblings: [source('17')],
      facts: someFacts(),
    },
    {
      title: 'a source that does not tell its version',
      request: asked('17'),
      facts: someFacts({ services: [aService({ userConfig: {} })] }),
    },
  ],
  notApplicable: [
    { title: 'a fork', request: aFork({ userConfig: { pg_version: '17' } }), facts: someFacts() },
    {
      title: 'an integration that fills nothing',
      request: aRequest({
        integrations: [{ type: 'metrics', sourceService: 'source-pg' }],
        userConfig: { pg_version: '17' },
      }),
      facts: someFacts(),
    },
  ],
};
