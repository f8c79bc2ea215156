import { aFork, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

export const examples: RuleExamples = {
  violated: [
    { title: 'a misspelt project', request: aFork({ project: 'deno' }), facts: someFacts() },
    { title: 'a project unlike any other', request: aFork({ project: 'warehouse' }), facts: someFacts() },
  ],
  pass: [
    { title: 'a project that exists', request: aFork(), facts: someFacts() },
    {
      title: 'a project that the same plan makes',
      request: aFork({ project: 'review-77', madeProjects: ['review-77'] }),
      facts: someFacts(),
    },
  ],
  undecided: [
    { title: 'nothing known of the control plane', request: aFork(), facts: null },
    { title: 'a project known after apply', request: aFork({ unknown: ['project'] }), facts: someFacts() },
  ],
};
