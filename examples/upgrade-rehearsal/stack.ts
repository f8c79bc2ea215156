import { Service } from 'forkcast';
import type { UserConfigs } from 'forkcast';
import { stackOf } from '../example';
import type { Example } from '../example';

/**
 * A fork has the major version of its source; the upgrade is a change of the fork afterwards. Without a version, the fork is
 * made; with one, it is upgraded, and production has not been touched.
 */
export const upgradeRehearsal =
  (pgVersion?: UserConfigs['pg']['pgVersion']): Example =>
  (app, options) => {
    const stack = stackOf(app, 'upgrade-rehearsal', options);
    const source = Service.fromRegistry(stack, 'source', { serviceName: 'crm-pg', serviceType: 'pg' });
    source.fork('rehearsal', {
      serviceName: 'crm-pg-rehearsal',
      plan: 'startup-4',
      cloudName: 'google-europe-west1',
      recovery: 'latest-transaction',
      ...(pgVersion === undefined ? {} : { userConfig: { pgVersion } }),
    });
    return stack;
  };
