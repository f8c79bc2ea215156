import { defaultCatalogue } from '../../domain';
import { aFork, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const publicOnly = someFacts({ catalogue: { ...defaultCatalogue, complete: false } });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a region without its provider',
      request: aFork({ cloud: 'eu-central-1' }),
      facts: null,
      message: 'unknown',
    },
    {
      title: 'a misspelt region',
      request: aFork({ cloud: 'google-europe-wset1' }),
      facts: someFacts(),
      message: 'unknown',
    },
    { title: 'a name unlike any other', request: aFork({ cloud: 'moon' }), facts: someFacts(), message: 'unknown' },
    {
      title: 'a cloud of one customer',
      request: aFork({ cloud: 'custom-aws-acme' }),
      facts: publicOnly,
      message: 'unlisted',
    },
  ],
  pass: [
    { title: 'a cloud of the list', request: aFork(), facts: null },
    { title: 'the default cloud of the project', request: aFork({ cloud: undefined }), facts: someFacts() },
  ],
  undecided: [
    { title: 'a cloud known after apply', request: aFork({ unknown: ['cloud_name'] }), facts: null },
    { title: 'the default cloud of a project that nobody read', request: aFork({ cloud: undefined }), facts: null },
  ],
};
