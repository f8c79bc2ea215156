import { aCopiedService, aFork, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const copied = (...outages: readonly string[]) => someFacts({ services: [aCopiedService()], outages });
const cloud = 'google-europe-west4';

export const examples: RuleExamples = {
  violated: [
    {
      title: 'no second region',
      request: aFork(),
      facts: someFacts({ services: [aService()], outages: ['google-europe-west1'] }),
      message: 'no-copy',
    },
    {
      title: 'both regions are down',
      request: aFork(),
      facts: copied('google-europe-west1', cloud),
      message: 'no-copy',
    },
    {
      title: 'the primary location is asked for',
      request: aFork({ from: 'primary' }),
      facts: copied('google-europe-west1'),
      message: 'primary-asserted',
    },
    {
      title: 'the secondary region is down',
      request: aFork({ from: 'secondary', cloud }),
      facts: copied(cloud),
      message: 'secondary-down',
    },
  ],
  pass: [
    { title: 'no outage', request: aFork(), facts: copied() },
    { title: 'an outage with a copy elsewhere', request: aFork({ cloud }), facts: copied('google-europe-west1') },
    { title: 'an outage of the second region only', request: aFork(), facts: copied(cloud) },
  ],
  undecided: [{ title: 'nothing known of the source', request: aFork(), facts: null }],
  notApplicable: [
    { title: 'an ordinary service', request: aRequest(), facts: copied('google-europe-west1') },
    {
      title: 'a source without a backup',
      request: aFork(),
      facts: someFacts({ services: [aService({ backups: [] })], outages: ['google-europe-west1'] }),
    },
  ],
};
