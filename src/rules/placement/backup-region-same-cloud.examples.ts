import { aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

const copyTo = (region: string) => aRequest({ userConfig: { additional_backup_regions: [region] } });

export const examples: RuleExamples = {
  violated: [
    { title: 'the region of the service', request: copyTo('google-europe-west1'), facts: null, message: 'same' },
  ],
  pass: [{ title: 'another region', request: copyTo('google-europe-west4'), facts: null }],
  undecided: [
    {
      title: 'a cloud known after apply',
      request: aRequest({
        unknown: ['cloud_name'],
        userConfig: { additional_backup_regions: ['google-europe-west4'] },
      }),
      facts: null,
    },
  ],
  notApplicable: [{ title: 'no second region', request: aRequest(), facts: null }],
};
