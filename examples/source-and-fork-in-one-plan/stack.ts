import { Service } from 'forkcast';
import { stackOf } from '../example';
import type { Example } from '../example';

/** Source and fork in one apply: the fork waits until its source runs and has its first backup. */
export const sourceAndForkInOnePlan: Example = (app, options) => {
  const stack = stackOf(app, 'source-and-fork-in-one-plan', options);
  const source = new Service(stack, 'source', {
    serviceType: 'mysql',
    serviceName: 'template-mysql',
    plan: 'business-4',
    cloudName: 'google-europe-west1',
    tags: { purpose: 'template' },
  });
  source.fork('fork', { serviceName: 'tenant-1-mysql', cloudName: 'google-europe-west1' });
  return stack;
};
