import { aFork, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const facts = someFacts({ outages: ['google-europe-west1'] });
const live = someFacts({ services: [aService({ service: 'analytics-pg' })], outages: ['google-europe-west1'] });
const awayDown = someFacts({ services: [aService({ service: 'analytics-pg' })], outages: ['aws-eu-central-1'] });

export const examples: RuleExamples = {
  violated: [
    { title: 'a cloud that is down', request: aRequest(), facts, message: 'down' },
    { title: 'the default cloud, which is down', request: aFork({ cloud: undefined }), facts },
    {
      title: 'a live service that would leave a cloud that is down',
      request: aRequest({ cloud: 'aws-eu-central-1' }),
      facts: live,
      message: 'stranded',
    },
    {
      title: 'a live service in a cloud that is down, on another plan',
      request: aRequest({ plan: 'business-8' }),
      facts: live,
      message: 'stranded',
    },
    {
      title: 'a live service that would move into a cloud that is down',
      request: aRequest({ cloud: 'aws-eu-central-1' }),
      facts: awayDown,
      message: 'down',
    },
  ],
  pass: [{ title: 'another cloud', request: aFork(), facts }],
  undecided: [
    { title: 'outages that nobody read', request: aFork(), facts: null },
    { title: 'a cloud known after apply', request: aFork({ unknown: ['cloud_name'] }), facts },
  ],
  notApplicable: [{ title: 'a live service that stays as it is', request: aRequest(), facts: live }],
};
