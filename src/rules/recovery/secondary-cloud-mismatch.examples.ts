import { aCopiedService, aFork, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const services = [aCopiedService()];
const facts = someFacts({ services });
const primaryDown = someFacts({ services, outages: ['google-europe-west1'] });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'the secondary location and another region',
      request: aFork({ from: 'secondary' }),
      facts,
      message: 'asserted',
    },
    { title: 'the primary region is down', request: aFork(), facts: primaryDown, message: 'primary-down' },
  ],
  pass: [
    {
      title: 'the region of the copies',
      request: aFork({ from: 'secondary', cloud: 'google-europe-west4' }),
      facts,
    },
    {
      title: 'the region of the copies in an outage',
      request: aFork({ cloud: 'google-europe-west4' }),
      facts: primaryDown,
    },
  ],
  undecided: [
    { title: 'nothing known of the source', request: aFork({ from: 'secondary' }), facts: null },
    { title: 'a cloud known after apply', request: aFork({ from: 'secondary', unknown: ['cloud_name'] }), facts },
  ],
  notApplicable: [
    { title: 'the primary location', request: aFork(), facts },
    { title: 'no second region', request: aFork({ from: 'secondary' }), facts: someFacts({ services: [aService()] }) },
  ],
};
