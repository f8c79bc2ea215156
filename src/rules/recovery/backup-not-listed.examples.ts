import { aBackup, aFork, aRequest, aService, at, dailyBackups, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const hourly = (completedAt: string) => aBackup({ completedAt: at(completedAt), series: 'frequent' });
const source = aService({
  service: 'source-os',
  type: 'opensearch',
  nodes: 3,
  backups: [
    ...dailyBackups(14),
    ...['2026-11-19T07:30:00Z', '2026-11-19T08:00:00Z', '2026-11-20T08:00:00Z'].map(hourly),
  ].sort((left, right) => left.completedAt - right.completedAt),
});
const facts = someFacts({ services: [source] });
const aForkNaming = (name: string, service = 'source-os') =>
  aFork({ serviceType: 'opensearch', userConfig: { service_to_fork_from: service, recovery_basebackup_name: name } });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a backup that has expired',
      request: aForkNaming('backup-20260901t033000000000z'),
      facts,
      message: 'not-listed',
    },
    { title: 'a misspelt name', request: aForkNaming('backup-20261120t033000000000'), facts, message: 'not-listed' },
    {
      title: 'an hourly backup of the day before yesterday',
      request: aForkNaming('backup-20261119t073000000000z'),
      facts,
      message: 'hourly-too-old',
    },
    {
      title: 'a backup of a source made in the same run',
      request: aForkNaming('backup-20261120t033000000000z', 'new-os'),
      siblings: [aRequest({ serviceName: 'new-os', serviceType: 'opensearch' })],
      facts,
      message: 'source-not-made',
    },
    {
      title: 'a source whose first backup is still to come',
      request: aFork({
        serviceType: 'opensearch',
        waitsForSource: true,
        userConfig: { service_to_fork_from: 'source-os', recovery_basebackup_name: 'backup-20261120t033000000000z' },
      }),
      facts: someFacts({ services: [aService({ service: 'source-os', type: 'opensearch', backups: [] })] }),
      message: 'not-listed',
    },
  ],
  pass: [
    { title: 'a daily backup', request: aForkNaming('backup-20261110t033000000000z'), facts },
    { title: 'an hourly backup of 24 hours ago', request: aForkNaming('backup-20261119t080000000000z'), facts },
    {
      title: 'the newest hourly backup of a source that has been powered off for two days',
      request: aForkNaming('backup-20261118t080000000000z'),
      facts: someFacts({
        services: [
          aService({
            ...source,
            state: 'POWEROFF',
            poweredOffSince: at('2026-11-18T08:10:00Z'),
            backups: [...dailyBackups(12, { last: at('2026-11-18T03:30:00Z') }), hourly('2026-11-18T08:00:00Z')],
          }),
        ],
      }),
    },
  ],
  undecided: [
    { title: 'nothing known of the source', request: aForkNaming('backup-20261120t033000000000z'), facts: null },
  ],
  notApplicable: [{ title: 'no name', request: aFork({ serviceType: 'opensearch' }), facts }],
};
