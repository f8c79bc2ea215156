import { defaultCatalogue } from '../../domain';
import { aCopiedService, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const publicOnly = someFacts({ catalogue: { ...defaultCatalogue, complete: false } });
const copyTo = (...regions: readonly string[]) => aRequest({ userConfig: { additional_backup_regions: regions } });

export const examples: RuleExamples = {
  violated: [
    { title: 'a region without its provider', request: copyTo('europe-west4'), facts: null, message: 'unknown' },
    { title: 'a name unlike any other', request: copyTo('moon'), facts: null, message: 'unknown' },
    { title: 'a region of one customer', request: copyTo('custom-aws-acme'), facts: publicOnly, message: 'unlisted' },
  ],
  pass: [{ title: 'a region of the list', request: copyTo('google-europe-west4'), facts: null }],
  undecided: [
    {
      title: 'a region known after apply',
      request: aRequest({ unknown: ['user_config.additional_backup_regions'] }),
      facts: null,
    },
  ],
  notApplicable: [
    { title: 'no second region', request: aRequest(), facts: null },
    { title: 'an empty list', request: copyTo(), facts: null },
    {
      title: 'the region that a live service has',
      request: aRequest({
        serviceName: 'source-pg',
        userConfig: { additional_backup_regions: ['google-europe-west4'] },
      }),
      facts: someFacts({ services: [aCopiedService()] }),
    },
  ],
};
