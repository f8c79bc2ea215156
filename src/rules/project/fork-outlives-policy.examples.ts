import { aFork, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const terms = {
  policies: [
    { name: 'rehearsals', forksLive: '7d' },
    { name: 'all', forksLive: '30d' },
  ],
};
const until = (end: string) => aFork({ tags: { forkcast_expires: end } });

export const examples: RuleExamples = {
  violated: [
    { title: 'no end', request: aFork(), facts: someFacts(), terms, message: 'no-end' },
    { title: 'an end that is none', request: until('next week'), facts: someFacts(), terms, message: 'unreadable' },
    {
      title: 'an end after the longest life',
      request: until('2026-12-20T08:00:00Z'),
      facts: someFacts(),
      terms,
      message: 'too-long',
    },
  ],
  pass: [{ title: 'an end in time', request: until('2026-11-22T08:00:00Z'), facts: someFacts(), terms }],
  undecided: [
    { title: 'tags known after apply', request: aFork({ unknown: ['tags'] }), facts: someFacts(), terms },
    { title: 'no clock', request: until('2026-11-22T08:00:00Z'), facts: null, terms },
  ],
  notApplicable: [
    { title: 'no fork', request: aRequest(), facts: someFacts(), terms },
    { title: 'no policy', request: aFork(), facts: someFacts() },
  ],
};
