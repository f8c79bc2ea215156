import { aFork } from '../../domain/testing';
import type { RuleExamples } from '../example';

export const examples: RuleExamples = {
  violated: [
    { title: 'the name for people instead of the code', request: aFork({ serviceType: 'postgresql' }), facts: null },
    { title: 'a misspelt code', request: aFork({ serviceType: 'mysq' }), facts: null },
    { title: 'something else', request: aFork({ serviceType: 'spreadsheet' }), facts: null },
  ],
  pass: [{ title: 'a type on sale', request: aFork(), facts: null }],
  undecided: [{ title: 'a type known after apply', request: aFork({ unknown: ['service_type'] }), facts: null }],
};
