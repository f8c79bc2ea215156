import { aFork, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const facts = someFacts({ services: [aService({ tags: { 'cost-center': '4711', team: 'orders' } })] });
const six = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((key) => [key, '1']));

export const examples: RuleExamples = {
  violated: [
    { title: 'a tag for cost allocation', request: aFork({ tags: { team: 'orders' } }), facts },
    {
      title: 'many tags of a source of the same run',
      request: aFork(),
      siblings: [aRequest({ serviceName: 'source-pg', tags: six })],
      facts: someFacts({ services: [] }),
    },
  ],
  pass: [
    { title: 'the same tags', request: aFork({ tags: { 'cost-center': '1', team: 'rehearsal' } }), facts },
    { title: 'a source without tags', request: aFork(), facts: someFacts() },
  ],
  undecided: [
    { title: 'nothing known of the control plane', request: aFork(), facts: null },
    { title: 'tags known after apply', request: aFork({ unknown: ['tags'] }), facts },
  ],
  notApplicable: [{ title: 'a service that is no fork', request: aRequest(), facts }],
};
