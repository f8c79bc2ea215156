import { aFork, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const facts = someFacts();

export const examples: RuleExamples = {
  violated: [
    { title: 'a user name for the administrator', request: aFork({ userConfig: { admin_username: 'root' } }), facts },
    { title: 'a password read at apply', request: aFork({ unknown: ['user_config.admin_password'] }), facts },
  ],
  pass: [{ title: 'no administrator of its own', request: aFork(), facts }],
  undecided: [{ title: 'a type known after apply', request: aFork({ unknown: ['service_type'] }), facts }],
  notApplicable: [
    { title: 'a service that is no fork', request: aRequest({ userConfig: { admin_username: 'root' } }), facts },
  ],
};
