import { aChange, aFork, aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

const destroyed = aFork({
  address: 'aiven_pg.copy["eu.west"]',
  change: aChange('delete', { why: 'delete_because_each_key', prior: { service: 'pg-fork' } }),
});

const importing = aFork({ address: 'aiven_pg.taken', change: aChange('update', { imported: true }) });
const givenUp = aFork({
  address: 'aiven_pg.copy',
  serviceName: 'pg-new',
  change: aChange('replace', { reasons: ['service_name'], prior: { service: 'pg-fork' } }),
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
    {
      title: 'a fork that another address keeps',
      request: aFork({ address: 'aiven_pg.copy', change: aChange('no-op') }),
      siblings: [destroyed],
      facts: null,
      message: 'kept',
    },
    {
      title: 'a fork that another address imports',
      request: importing,
      siblings: [destroyed],
      facts: null,
      message: 'imported',
    },
    {
      title: 'a fork whose name is given up for another, while another address imports it',
      request: importing,
      siblings: [givenUp],
      facts: null,
      message: 'given-up',
    },
  ],
  pass: [
    {
      title: 'an import beside the end of another service',
      request: aFork({
        address: 'aiven_pg.other',
        serviceName: 'other-fork',
        change: aChange('update', { imported: true }),
      }),
      siblings: [destroyed],
      facts: null,
    },
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
