import { aChange, aFork, aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

const destroyed = aFork({
  address: 'aiven_pg.copy["eu.west"]',
  change: aChange('delete', { why: 'delete_because_each_key', prior: { serviceName: 'pg-fork' } }),
});

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a fork whose key in the loop was changed',
      request: aFork({ address: 'aiven_pg.copy["eu-west"]', change: aChange('create') }),
      siblings: [destroyed],
      facts: null,
      message: 'moved',
    },
  ],
  pass: [
    {
      title: 'a fork of another name beside one that is destroyed',
      request: aFork({ address: 'aiven_pg.other', serviceName: 'other-fork', change: aChange('create') }),
      siblings: [destroyed],
      facts: null,
    },
  ],
  undecided: [
    {
      title: 'a name that is known only after apply, beside a fork that is destroyed',
      request: aFork({ address: 'aiven_pg.later', unknown: ['service_name'], change: aChange('create') }),
      siblings: [destroyed],
      facts: null,
    },
  ],
  notApplicable: [{ title: 'a synth output', request: aRequest(), facts: null }],
};
