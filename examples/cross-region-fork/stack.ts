import { Service } from 'forkcast';
import { stackOf } from '../example';
import type { Example } from '../example';

/** A copy of production in another provider's region: source in google-europe-west1, fork in aws-eu-central-1. */
export const crossRegionFork: Example = (app, options) => {
  const stack = stackOf(app, 'cross-region-fork', options);
  const source = Service.fromRegistry(stack, 'source', { serviceName: 'source-pg', serviceType: 'pg' });
  source.fork('fork', {
    serviceName: 'pg-fork',
    plan: 'business-4',
    cloudName: 'aws-eu-central-1',
    recovery: 'latest-transaction',
  });
  return stack;
};
