import { mostContacts } from '../../domain';
import { serviceCreatePage } from '../cite';
import { defineRule } from '../rule';
import { orUndecided } from '../stop';
import { pass, violated } from '../verdict';

/** Rule 164: more contacts, or longer ones, than a service has. */
export const invalidContact = defineRule({
  severity: 'error',
  scope: 'settings',
  title: 'Contacts are out of bounds',
  why: 'A service has at most 10 addresses that are told of trouble, of at most 254 characters each. More are refused at apply.',
  attribute: 'tech_emails',
  sources: [serviceCreatePage],
  planOnly: 'The API refuses it by the form of the request, before anything is decided.',
  messages: {
    many: { detail: 'tech_emails has {count} addresses; a service has at most {most}.', remedy: 'Take some out.' },
    long: {
      detail: 'An address of tech_emails has {length} characters; at most {most} are allowed.',
      remedy: 'Shorten it, or take it out.',
    },
  },
  check: ({ request: { techEmails, address } }) => {
    const emails = (techEmails && orUndecided(techEmails, `tech_emails of ${address}`)) ?? [];
    if (emails.length > mostContacts.count) return violated('many', { count: emails.length, most: mostContacts.count });
    const long = emails.find(({ length }) => length > mostContacts.length);
    return long === undefined ? pass : violated('long', { length: long.length, most: mostContacts.length });
  },
});
