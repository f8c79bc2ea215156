import { aRequest, aService, at, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const withRegion = (changedAt: string, replacedAt: string | null | undefined) =>
  someFacts({
    services: [
      aService({
        backupRegion: {
          cloud: 'google-europe-west4',
          changedAt: at(changedAt),
          ...(replacedAt === undefined ? {} : { replacedAt: replacedAt === null ? null : at(replacedAt) }),
          status: 'available',
          lagSeconds: 600,
        },
      }),
    ],
  });
const changed = (time: string) => withRegion(time, time);
const copyTo = (...regions: readonly string[]) =>
  aRequest({ serviceName: 'source-pg', userConfig: { additional_backup_regions: regions } });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'another region a millisecond too soon',
      request: copyTo('google-europe-west3'),
      facts: changed('2026-11-19T08:00:00.001Z'),
      message: 'too-soon',
    },
  ],
  pass: [
    {
      title: 'another region after 24 hours',
      request: copyTo('google-europe-west3'),
      facts: changed('2026-11-19T08:00:00Z'),
    },
    { title: 'the same region', request: copyTo('google-europe-west4'), facts: changed('2026-11-20T07:00:00Z') },
    { title: 'no region an hour after it was changed', request: copyTo(), facts: changed('2026-11-20T07:00:00Z') },
    {
      title: 'another region an hour after the first one was set',
      request: copyTo('google-europe-west3'),
      facts: withRegion('2026-11-20T07:00:00Z', null),
    },
    { title: 'the first region ever', request: copyTo('google-europe-west4'), facts: someFacts() },
  ],
  undecided: [
    { title: 'nothing known of the service', request: copyTo('google-europe-west3'), facts: null },
    {
      title: 'a control plane that does not tell when the region changed',
      request: copyTo('google-europe-west3'),
      facts: withRegion('2026-11-20T07:00:00Z', undefined),
    },
    {
      title: 'a region known after apply',
      request: aRequest({ serviceName: 'source-pg', unknown: ['user_config.additional_backup_regions'] }),
      facts: changed('2026-11-20T07:00:00Z'),
    },
  ],
  notApplicable: [
    {
      title: 'a service that is to be made',
      request: aRequest({ userConfig: { additional_backup_regions: [] } }),
      facts: someFacts(),
    },
    {
      title: 'no region written',
      request: aRequest({ serviceName: 'source-pg' }),
      facts: changed('2026-11-20T07:00:00Z'),
    },
  ],
};
