import { aFork, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

export const examples: RuleExamples = {
  violated: [
    {
      title: 'an hour that no day has',
      request: aFork({ userConfig: { backup_hour: 24 } }),
      facts: someFacts(),
    },
    { title: 'an empty version', request: aRequest({ userConfig: { pg_version: '' } }), facts: null },
    { title: 'a text where a number belongs', request: aRequest({ userConfig: { backup_hour: '3' } }), facts: null },
  ],
  pass: [
    { title: 'settings within their bounds', request: aFork({ userConfig: { backup_hour: 3 } }), facts: someFacts() },
    { title: 'a value known after apply', request: aRequest({ unknown: ['user_config.backup_hour'] }), facts: null },
    { title: 'null, which is not written', request: aRequest({ userConfig: { backup_hour: null } }), facts: null },
  ],
  undecided: [{ title: 'a type known after apply', request: aFork({ unknown: ['service_type'] }), facts: null }],
  notApplicable: [
    {
      title: "a resource of the vendor's provider, which checks the settings itself",
      request: aRequest({ address: 'aiven_pg.main', userConfig: { pg_version: '99' } }),
      facts: null,
    },
  ],
};
