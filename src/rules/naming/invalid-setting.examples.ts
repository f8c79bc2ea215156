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
    {
      title: 'an address that is none',
      request: aRequest({ userConfig: { ip_filter: ['10.0.0.0/8', { network: '10.0.0.0/33' }] } }),
      facts: null,
    },
    {
      title: "an address that is none, in a resource of the vendor's provider",
      request: aRequest({ address: 'aiven_pg.main', userConfig: { ip_filter: ['not-an-ip'] } }),
      facts: null,
    },
    { title: 'a text where a number belongs', request: aRequest({ userConfig: { backup_hour: '3' } }), facts: null },
  ],
  pass: [
    { title: 'settings within their bounds', request: aFork({ userConfig: { backup_hour: 3 } }), facts: someFacts() },
    { title: 'a value known after apply', request: aRequest({ unknown: ['user_config.backup_hour'] }), facts: null },
    {
      title: 'addresses, and what may become one',
      request: aRequest({ userConfig: { ip_filter: ['2001:db8::/32', '${var.office}/32', { network: '192.0.2.1' }] } }),
      facts: null,
    },
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
