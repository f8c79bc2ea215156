import { aChange, aCopiedService, aRequest, aService, someFacts } from '../../domain/testing';
import type { LossKind } from '../../domain';
import type { RuleExamples } from '../example';

const survive = (...survives: readonly LossKind[]) => ({ policies: [{ name: 'orders', survives: [...survives] }] });
const live = (userConfig = {}) => aRequest({ serviceName: 'source-pg', recorded: true, userConfig });
const copied = someFacts({ services: [aCopiedService()] });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a plan that takes the second region away',
      request: live({ additional_backup_regions: [] }),
      facts: copied,
      terms: survive('region'),
      message: 'lost',
    },
    {
      title: 'a second region that an update does not write any more',
      request: {
        ...live(),
        change: aChange('update', { prior: { userConfig: { additional_backup_regions: ['google-europe-west4'] } } }),
      },
      facts: copied,
      terms: survive('region'),
      message: 'lost',
    },
    {
      title: 'a live service without a second region',
      request: live(),
      facts: someFacts(),
      terms: survive('service', 'region'),
      message: 'lost',
    },
    {
      title: 'a new service without one',
      request: aRequest(),
      facts: someFacts(),
      terms: survive('backup-location'),
      message: 'not-copied',
    },
    {
      title: 'a new service of a type without backups',
      request: aRequest({ serviceType: 'kafka', plan: 'business-4' }),
      facts: someFacts(),
      terms: survive('service'),
      message: 'not-kept',
    },
    {
      title: 'another provider',
      request: aRequest({ userConfig: { additional_backup_regions: ['google-europe-west4'] } }),
      facts: someFacts(),
      terms: survive('provider'),
      message: 'one-provider',
    },
  ],
  pass: [
    { title: 'a second region that is kept', request: live(), facts: copied, terms: survive('region', 'service') },
  ],
  undecided: [
    {
      title: 'a second region that is newly set: nothing is copied there yet',
      request: live({ additional_backup_regions: ['google-europe-north1'] }),
      facts: copied,
      terms: survive('region'),
    },
    {
      title: 'a new service: it has no backup yet',
      request: aRequest({ userConfig: { additional_backup_regions: ['google-europe-west4'] } }),
      facts: someFacts(),
      terms: survive('region'),
    },
    { title: 'nothing known of it', request: live(), facts: null, terms: survive('region') },
    {
      title: 'tags that decide whether a policy is for it are known after apply',
      request: aRequest({ unknown: ['tags'] }),
      facts: someFacts(),
      terms: { policies: [{ name: 'orders', tags: { tier: '1' }, survives: ['region'] }] },
    },
  ],
  notApplicable: [
    { title: 'no policy', request: aRequest(), facts: someFacts() },
    {
      title: 'a policy for another project',
      request: live(),
      facts: someFacts({ services: [aService()] }),
      terms: { policies: [{ name: 'orders', projects: ['prod'], survives: ['region'] }] },
    },
  ],
};
