import { aFork, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const timescale = someFacts({ services: [aService({ userConfig: { pg_version: '16', variant: 'timescale' } })] });
const forkWith = (variant: string) => aFork({ userConfig: { variant } });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'timescale from an ordinary source',
      request: forkWith('timescale'),
      facts: someFacts(),
      message: 'differs',
    },
    { title: 'aiven from a timescale source', request: forkWith('aiven'), facts: timescale, message: 'differs' },
  ],
  pass: [
    { title: 'the variant of the source', request: forkWith('timescale'), facts: timescale },
    { title: 'no variant: it is inherited', request: aFork(), facts: timescale },
    { title: 'aiven, which is what no variant means', request: forkWith('aiven'), facts: someFacts() },
  ],
  undecided: [
    { title: 'nothing known of the source', request: forkWith('timescale'), facts: null },
    { title: 'a variant known after apply', request: aFork({ unknown: ['user_config.variant'] }), facts: someFacts() },
  ],
  notApplicable: [{ title: 'a type without variants', request: aFork({ serviceType: 'mysql' }), facts: someFacts() }],
};
