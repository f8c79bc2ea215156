import { aFork } from '../../domain/testing';
import type { RuleExamples } from '../example';

export const examples: RuleExamples = {
  violated: [
    {
      title: 'two forks with one name',
      request: aFork({ address: 'demo-stack/fork-0' }),
      siblings: [aFork({ address: 'demo-stack/fork-1' })],
      facts: null,
      message: 'twice',
    },
    {
      title: 'five forks with one name',
      request: aFork({ address: 'demo-stack/fork-0' }),
      siblings: [1, 2, 3, 4].map((index) => aFork({ address: `demo-stack/fork-${index}` })),
      facts: null,
    },
    {
      title: 'two instances of one block',
      request: aFork({ address: 'aiven_pg.copy[0]' }),
      siblings: [aFork({ address: 'aiven_pg.copy[1]' })],
      facts: null,
      message: 'loop',
    },
  ],
  pass: [
    { title: 'one fork', request: aFork(), facts: null },
    {
      title: 'two forks with one name in two projects',
      request: aFork(),
      siblings: [aFork({ project: 'staging' })],
      facts: null,
    },
  ],
  undecided: [
    { title: 'a name known after apply', request: aFork({ unknown: ['service_name'] }), facts: null },
    { title: 'a project known after apply', request: aFork({ unknown: ['project'] }), facts: null },
  ],
};
