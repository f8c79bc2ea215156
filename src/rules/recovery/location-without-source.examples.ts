import { aFork, aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

export const examples: RuleExamples = {
  violated: [{ title: 'only a location', request: aRequest({ from: 'secondary' }), facts: null, message: 'no-source' }],
  pass: [{ title: 'a location with a source', request: aFork({ from: 'primary' }), facts: null }],
  undecided: [],
  notApplicable: [{ title: 'an ordinary service', request: aRequest(), facts: null }],
};
