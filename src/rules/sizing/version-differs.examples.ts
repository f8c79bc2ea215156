import { aFork, aRequest, aService, at, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const upgraded = aRequest({ serviceName: 'source-pg', userConfig: { pg_version: '17' }, recorded: true });
const afterUpgrade = (version: string) =>
  aFork({ userConfig: { pg_version: version }, source: { kind: 'declared', address: upgraded.address } });
const forkWith = (version: string) => aFork({ userConfig: { pg_version: version } });

export const examples: RuleExamples = {
  violated: [
    { title: 'a newer version', request: forkWith('17'), facts: someFacts(), message: 'differs' },
    {
      title: 'a source made in the same run, with the newest version',
      request: aFork({ userConfig: { service_to_fork_from: 'new-pg', pg_version: '16' } }),
      siblings: [aRequest({ serviceName: 'new-pg' })],
      facts: someFacts(),
      message: 'differs',
    },
    {
      title: 'the version that the source is upgraded from before',
      request: afterUpgrade('16'),
      siblings: [upgraded],
      facts: someFacts(),
      message: 'differs',
    },
  ],
  pass: [
    {
      title: 'the version that the source is upgraded to before',
      request: afterUpgrade('17'),
      siblings: [upgraded],
      facts: someFacts(),
    },
    { title: 'the version of the source', request: forkWith('16'), facts: someFacts() },
    {
      title: 'a point at which the source had been upgraded',
      request: forkWith('16'),
      facts: someFacts({ services: [aService({ versionChangedAt: at('2026-11-19T12:00:00Z') })] }),
    },
    { title: 'no version: it is inherited', request: aFork(), facts: someFacts() },
  ],
  undecided: [
    {
      title: 'an upgrade of the source in the same run, in no order',
      request: forkWith('17'),
      siblings: [upgraded],
      facts: someFacts(),
    },
    { title: 'nothing known of the source', request: forkWith('17'), facts: null },
    {
      title: 'a version known after apply',
      request: aFork({ unknown: ['user_config.pg_version'] }),
      facts: someFacts(),
    },
  ],
  notApplicable: [
    {
      title: 'a source of another type',
      request: forkWith('17'),
      facts: someFacts({ services: [aService({ type: 'mysql' })] }),
    },
    { title: 'a type that need not keep it', request: aFork({ serviceType: 'opensearch' }), facts: someFacts() },
    { title: 'an ordinary service', request: aRequest({ userConfig: { pg_version: '17' } }), facts: someFacts() },
  ],
};
