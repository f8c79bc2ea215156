import { aFork, aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

const withContacts = (...techEmails: readonly string[]) => aRequest({ techEmails });

export const examples: RuleExamples = {
  violated: [
    { title: 'a word', request: aFork({ techEmails: ['oncall'] }), facts: null, message: 'nobody' },
    { title: 'an empty text', request: withContacts('team@example.com', ''), facts: null, message: 'nobody' },
    { title: 'nobody at a place', request: withContacts('@example.com'), facts: null, message: 'nobody' },
  ],
  pass: [
    { title: 'an address', request: aFork({ techEmails: ['team+db@example.com'] }), facts: null },
    { title: 'one of a host without a domain', request: withContacts('root@localhost'), facts: null },
    { title: 'a quoted name', request: withContacts('"on@call"@example.com'), facts: null },
    { title: 'nobody', request: withContacts(), facts: null },
    { title: 'none said', request: aRequest(), facts: null },
  ],
  undecided: [
    {
      title: 'addresses known after apply',
      request: aRequest({ techEmails: ['oncall'], unknown: ['tech_emails'] }),
      facts: null,
    },
  ],
  notApplicable: [],
};
