import { serviceCreatePage } from '../cite';
import { defineRule } from '../rule';
import { orUndecided } from '../stop';
import { pass, violated } from '../verdict';

/** Rule 165: a contact that is no address, so that nobody is told. */
export const unreachableContact = defineRule({
  severity: 'warning',
  scope: 'settings',
  title: 'A contact is no address',
  why: 'Contacts are told of trouble by mail. A text without a name, an @ and a place reaches nobody, and the API bounds only its length.',
  attribute: 'tech_emails',
  sources: [serviceCreatePage],
  planOnly: 'The registry takes it, as the form of the request allows it.',
  messages: {
    nobody: {
      detail: 'tech_emails has "{contact}", which is no address of mail: nobody is told there.',
      remedy: 'Write an address such as team@example.com, or take it out.',
    },
  },
  check: ({ request: { techEmails, address } }) => {
    const emails = (techEmails && orUndecided(techEmails, `tech_emails of ${address}`)) ?? [];
    const contact = emails.find((email) => !/^[^@\s][^\s]*@[^@\s]+$/.test(email.trim()));
    return contact === undefined ? pass : violated('nobody', { contact });
  },
});
