import { aFork, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

export const examples: RuleExamples = {
  violated: [
    {
      title: 'from Europe to North America',
      request: aFork({ cloud: 'aws-us-east-1' }),
      facts: someFacts(),
      message: 'crossed',
    },
    {
      title: 'a source declared in Europe',
      request: aFork({ cloud: 'aws-us-east-1' }),
      siblings: [aRequest({ serviceName: 'source-pg' })],
      facts: null,
    },
  ],
  pass: [{ title: 'from one provider to another inside Europe', request: aFork(), facts: someFacts() }],
  undecided: [
    { title: 'nothing known of the source', request: aFork(), facts: null },
    { title: 'a cloud known after apply', request: aFork({ unknown: ['cloud_name'] }), facts: someFacts() },
  ],
  notApplicable: [
    { title: 'a cloud that does not exist', request: aFork({ cloud: 'eu-central-1' }), facts: someFacts() },
    { title: 'an ordinary service', request: aRequest(), facts: someFacts() },
  ],
};
