import { aCopiedService, aFork, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const services = [aCopiedService()];
const facts = someFacts({ services });
const primaryDown = someFacts({ services, outages: ['google-europe-west1'] });
const cloud = 'google-europe-west4';

export const examples: RuleExamples = {
  violated: [
    {
      title: 'the secondary location and a smaller plan',
      request: aFork({ from: 'secondary', cloud, plan: 'startup-4' }),
      facts,
      message: 'asserted',
    },
    {
      title: 'the primary region is down',
      request: aFork({ cloud, plan: 'startup-4' }),
      facts: primaryDown,
      message: 'primary-down',
    },
  ],
  pass: [
    { title: 'the plan of the source', request: aFork({ from: 'secondary', cloud }), facts },
    { title: 'the plan of the source in an outage', request: aFork({ cloud }), facts: primaryDown },
  ],
  undecided: [
    { title: 'nothing known of the source', request: aFork({ from: 'secondary' }), facts: null },
    { title: 'a plan known after apply', request: aFork({ from: 'secondary', cloud, unknown: ['plan'] }), facts },
  ],
  notApplicable: [{ title: 'the primary location', request: aFork({ plan: 'startup-4' }), facts }],
};
