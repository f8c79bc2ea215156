import { Service } from 'forkcast';
import { stackOf } from '../example';
import type { Example } from '../example';

/** A service cannot be renamed: a fork with the new name takes its place, and synth tells the steps around it. */
export const renameByFork: Example = (app, options) => {
  const stack = stackOf(app, 'rename-by-fork', options);
  const source = Service.fromRegistry(stack, 'source', {
    serviceName: 'pg-test-2',
    serviceType: 'pg',
    plan: 'startup-4',
    cloudName: 'google-europe-west1',
  });
  source.rename('renamed', { newName: 'customers-pg' });
  return stack;
};
