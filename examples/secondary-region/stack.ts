import { Service } from 'forkcast';
import { stackOf } from '../example';
import type { Example } from '../example';

/** The primary region is lost: a fork from the copies in the second backup region, on the source's plan. */
export const secondaryRegion: Example = (app, options) => {
  const stack = stackOf(app, 'secondary-region', options);
  const source = Service.fromRegistry(stack, 'source', {
    serviceName: 'billing-pg',
    serviceType: 'pg',
    plan: 'business-8',
    secondaryCloudName: 'aws-eu-central-1',
  });
  source.forkFromSecondary('fork', { serviceName: 'billing-pg-recovered' });
  return stack;
};
