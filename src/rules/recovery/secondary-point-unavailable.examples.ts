import { aCopiedService, aBackup, aFork, aRequest, aService, at, dailyBackups, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const cloud = 'google-europe-west4';
const facts = someFacts({ services: [aCopiedService()] });
const region = { cloud, changedAt: at('2026-11-20T07:00:00Z'), status: 'pending', lagSeconds: 600 } as const;
const forkAt = (time: string) => aFork({ from: 'secondary', cloud, userConfig: { recovery_target_time: time } });
const search = aCopiedService({
  type: 'opensearch',
  nodes: 3,
  backups: [
    ...dailyBackups(14),
    ...['2026-11-19T06:00:00Z', '2026-11-20T07:00:00Z'].map((completedAt) =>
      aBackup({ completedAt: at(completedAt), series: 'frequent' }),
    ),
  ].sort((left, right) => left.completedAt - right.completedAt),
});
const searchFacts = someFacts({ services: [search] });
const aForkNaming = (name: string) =>
  aFork({ serviceType: 'opensearch', from: 'secondary', cloud, userConfig: { recovery_basebackup_name: name } });

export const examples: RuleExamples = {
  violated: [
    { title: 'a time before the first copy', request: forkAt('2026-11-09T12:00:00Z'), facts, message: 'before' },
    {
      title: 'a second after the last copied change',
      request: forkAt('2026-11-20T07:50:01Z'),
      facts,
      message: 'after',
    },
    { title: 'no second region', request: forkAt('2026-11-19T12:00:00Z'), facts: someFacts(), message: 'no-region' },
    {
      title: 'a region set an hour ago',
      request: forkAt('2026-11-19T12:00:00Z'),
      facts: someFacts({ services: [aService({ backupRegion: region })] }),
      message: 'no-copy',
    },
    {
      title: 'a source made in the same run',
      request: aFork({ from: 'secondary', userConfig: { service_to_fork_from: 'new-pg' } }),
      siblings: [aRequest({ serviceName: 'new-pg' })],
      facts,
      message: 'source-not-made',
    },
    {
      title: 'a type that restores no instant there',
      request: aFork({ from: 'secondary', cloud, serviceType: 'alloydbomni', latestTransaction: true }),
      facts: someFacts({ services: [aCopiedService({ type: 'alloydbomni' })] }),
      message: 'no-point-in-time',
    },
    {
      title: 'a backup from before the region was set',
      request: aForkNaming('backup-20261108t033000000000z'),
      facts: searchFacts,
      message: 'not-copied',
    },
    {
      title: 'an hourly backup of the day before yesterday',
      request: aForkNaming('backup-20261119t060000000000z'),
      facts: searchFacts,
      message: 'hourly-too-old',
    },
  ],
  pass: [
    { title: 'a time inside the secondary window', request: forkAt('2026-11-19T12:00:00Z'), facts },
    { title: 'the oldest copied backup', request: forkAt('2026-11-10T03:30:00Z'), facts },
    { title: 'a second before the last copied change', request: forkAt('2026-11-20T07:49:59Z'), facts },
    {
      title: 'the latest transaction, which is the last copied change',
      request: aFork({ from: 'secondary', cloud, latestTransaction: true }),
      facts,
    },
    { title: 'a copied backup by its name', request: aForkNaming('backup-20261110t033000000000z'), facts: searchFacts },
    {
      title: 'the primary region is down',
      request: aFork({ cloud }),
      facts: someFacts({ services: [aCopiedService()], outages: ['google-europe-west1'] }),
    },
  ],
  undecided: [
    {
      title: 'a time within a second of the last copied change, where the lag is all that is published',
      request: forkAt('2026-11-20T07:50:00.999Z'),
      facts,
    },
    { title: 'nothing known of the source', request: aFork({ from: 'secondary' }), facts: null },
    {
      title: 'a lag that is not published',
      request: forkAt('2026-11-19T12:00:00Z'),
      facts: someFacts({ services: [aCopiedService({ backupRegion: { ...region, lagSeconds: null } })] }),
    },
  ],
  notApplicable: [{ title: 'the primary location', request: aFork(), facts }],
};
