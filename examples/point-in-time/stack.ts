import { Service } from 'forkcast';
import { stackOf } from '../example';
import type { Example } from '../example';

/** The state just before an accident: a fork at one instant, in another project than its source. */
export const pointInTime: Example = (app, options) => {
  const stack = stackOf(app, 'point-in-time', options);
  new Service(stack, 'fork', {
    serviceType: 'pg',
    serviceName: 'orders-before-accident',
    plan: 'startup-8',
    cloudName: 'google-europe-west1',
    timeouts: { create: '45m' },
    userConfig: {
      serviceToForkFrom: 'orders-pg',
      projectToForkFrom: 'shop-production',
      recoveryTargetTime: '2026-11-18T09:29:59+00:00',
    },
  });
  return stack;
};
