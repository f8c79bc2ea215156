import { aFork, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const facts = someFacts({ outages: ['google-europe-west1'] });

export const examples: RuleExamples = {
  violated: [
    { title: 'a cloud that is down', request: aRequest(), facts, message: 'down' },
    { title: 'the default cloud, which is down', request: aFork({ cloud: undefined }), facts },
  ],
  pass: [{ title: 'another cloud', request: aFork(), facts }],
  undecided: [
    { title: 'outages that nobody read', request: aFork(), facts: null },
    { title: 'a cloud known after apply', request: aFork({ unknown: ['cloud_name'] }), facts },
  ],
};
