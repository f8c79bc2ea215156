import { aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

const copyTo = (region: string) => aRequest({ userConfig: { additional_backup_regions: [region] } });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a region of AWS for a service in Google Cloud',
      request: copyTo('aws-eu-central-1'),
      facts: null,
      message: 'other',
    },
    { title: 'a region of Oracle, whose names have no prefix', request: copyTo('eu-frankfurt-1'), facts: null },
  ],
  pass: [{ title: 'another region of Google Cloud', request: copyTo('google-europe-west4'), facts: null }],
  undecided: [
    {
      title: 'a cloud known after apply',
      request: aRequest({ unknown: ['cloud_name'], userConfig: { additional_backup_regions: ['aws-eu-west-1'] } }),
      facts: null,
    },
    {
      title: 'a region known after apply',
      request: aRequest({ unknown: ['user_config.additional_backup_regions'] }),
      facts: null,
    },
  ],
  notApplicable: [{ title: 'a region that does not exist', request: copyTo('moon'), facts: null }],
};
