import { unknown } from '../../domain';
import { aFork, aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

const withType = (type: string, address = 'replica') =>
  aRequest({ address, integrations: [{ type, sourceService: 'source-pg' }] });

export const examples: RuleExamples = {
  violated: [
    { title: 'a misspelt replica', request: withType('readreplica'), facts: null },
    { title: 'the same of the vendor’s provider', request: withType('read-replica', 'aiven_pg.replica'), facts: null },
    { title: 'something else', request: withType('telepathy'), facts: null },
  ],
  pass: [
    { title: 'a type of the list', request: withType('metrics'), facts: null },
    {
      title: 'a type that a newer provider of the vendor may have',
      request: withType('telepathy', 'aiven_pg.main'),
      facts: null,
    },
  ],
  undecided: [
    {
      title: 'a type known after apply',
      request: {
        ...withType('metrics'),
        integrations: withType('metrics').integrations.map((one) => ({ ...one, type: unknown('known-after-apply') })),
      },
      facts: null,
    },
  ],
  notApplicable: [{ title: 'no integration', request: aFork(), facts: null }],
};
