import { aFork, aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

const many = Array.from({ length: 11 }, (_none, index) => `team-${index}@example.com`);

export const examples: RuleExamples = {
  violated: [
    { title: '11 addresses', request: aFork({ techEmails: many }), facts: null, message: 'many' },
    {
      title: 'an address of 260 characters',
      request: aRequest({ techEmails: [`${'x'.repeat(248)}@example.com`] }),
      facts: null,
      message: 'long',
    },
  ],
  pass: [
    { title: 'one address', request: aFork({ techEmails: ['team@example.com'] }), facts: null },
    { title: 'nobody', request: aRequest({ techEmails: [] }), facts: null },
    { title: 'none said', request: aRequest(), facts: null },
  ],
  undecided: [
    {
      title: 'addresses known after apply',
      request: aRequest({ techEmails: ['team@example.com'], unknown: ['tech_emails'] }),
      facts: null,
    },
  ],
  notApplicable: [],
};
