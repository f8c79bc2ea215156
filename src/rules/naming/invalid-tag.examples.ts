import { aFork, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const many = Object.fromEntries(Array.from({ length: 65 }, (_none, index) => [`tag-${index}`, 'x']));

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a key with a space',
      request: aFork({ tags: { 'bad key!': 'x' } }),
      facts: someFacts(),
      message: 'key',
    },
    { title: 'a long value', request: aRequest({ tags: { note: 'x'.repeat(257) } }), facts: null, message: 'value' },
    { title: '65 tags', request: aRequest({ tags: many }), facts: null, message: 'many' },
  ],
  pass: [
    { title: 'tags within their bounds', request: aFork({ tags: { 'cost:centre_1': 'ä' } }), facts: someFacts() },
    { title: 'no tags', request: aRequest(), facts: null },
  ],
  undecided: [{ title: 'tags known after apply', request: aRequest({ unknown: ['tags'] }), facts: null }],
  notApplicable: [],
};
