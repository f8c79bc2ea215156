import { Service } from 'forkcast';
import { stackOf } from '../example';
import type { Example } from '../example';

/** Refused: the vendor's published Terraform sample, whose fork is in `eu-central-1`, a cloud that does not exist. */
export const publishedSampleWrongCloud: Example = (app, options) => {
  const stack = stackOf(app, 'published-sample-wrong-cloud', options);
  const source = new Service(stack, 'source_pg', {
    serviceType: 'pg',
    serviceName: 'postgresql-service',
    plan: 'business-8',
    cloudName: 'google-europe-west1',
  });
  new Service(stack, 'forked_pg', {
    serviceType: 'pg',
    serviceName: 'postgresql-fork',
    plan: 'business-8',
    cloudName: 'eu-central-1',
    userConfig: { serviceToForkFrom: source },
  });
  return stack;
};
