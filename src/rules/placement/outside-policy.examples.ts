import { aFork, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const terms = { policies: [{ name: 'eu', dataIn: ['europe', 'aws-us-east-1'] }] };

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a fork in Asia',
      request: aFork({ cloud: 'google-asia-east1' }),
      facts: someFacts(),
      terms,
      message: 'outside',
    },
    {
      title: 'copies of backups in America',
      request: aRequest({ userConfig: { additional_backup_regions: ['google-us-east1'] } }),
      facts: null,
      terms,
    },
  ],
  pass: [
    { title: 'in Europe', request: aFork(), facts: someFacts(), terms },
    { title: 'a cloud that is named', request: aFork({ cloud: 'aws-us-east-1' }), facts: null, terms },
  ],
  undecided: [
    { title: 'a cloud known after apply', request: aFork({ unknown: ['cloud_name'] }), facts: someFacts(), terms },
    { title: 'a cloud of a customer', request: aFork({ cloud: 'custom-aws-eu' }), facts: someFacts(), terms },
    {
      title: 'the default cloud of a project, without facts',
      request: aFork({ cloud: undefined }),
      facts: null,
      terms,
    },
  ],
  notApplicable: [{ title: 'no policy', request: aFork(), facts: someFacts() }],
};
