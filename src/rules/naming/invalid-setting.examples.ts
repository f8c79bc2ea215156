import { aChange, aFork, aRequest, someFacts } from '../../domain/testing';
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
    {
      title: "an hour that no day has, of the vendor's resource",
      request: aFork({ address: 'aiven_pg.fork', change: aChange('create'), userConfig: { backup_hour: 24 } }),
      facts: null,
    },
    {
      title: "a password of five characters, of the vendor's resource",
      request: aRequest({ address: 'aiven_pg.main', change: aChange('create'), secretLengths: { admin_password: 5 } }),
      facts: null,
    },
    { title: 'a text where a number belongs', request: aRequest({ userConfig: { backup_hour: '3' } }), facts: null },
  ],
  pass: [
    { title: 'settings within their bounds', request: aFork({ userConfig: { backup_hour: 3 } }), facts: someFacts() },
    {
      title: "a version that may be newer than what is known here, of the vendor's resource",
      request: aRequest({ address: 'aiven_pg.main', userConfig: { pg_version: '99', backup_hour: 0 } }),
      facts: null,
    },
    {
      title: "a password of eight characters, of the vendor's resource",
      request: aRequest({ address: 'aiven_pg.main', change: aChange('create'), secretLengths: { admin_password: 8 } }),
      facts: null,
    },
    {
      title: "empty fork keys, of the vendor's resource that is to be created",
      request: aRequest({
        address: 'aiven_pg.main',
        change: aChange('create'),
        userConfig: { service_to_fork_from: '', recovery_target_time: '', backup_hour: 0 },
      }),
      facts: null,
    },
    { title: 'a value known after apply', request: aRequest({ unknown: ['user_config.backup_hour'] }), facts: null },
    {
      title: 'addresses, and what may become one',
      request: aRequest({ userConfig: { ip_filter: ['2001:db8::/32', '${var.office}/32', { network: '192.0.2.1' }] } }),
      facts: null,
    },
    { title: 'null, which is not written', request: aRequest({ userConfig: { backup_hour: null } }), facts: null },
  ],
  undecided: [
    { title: 'a type known after apply', request: aFork({ unknown: ['service_type'] }), facts: null },
    {
      title: "an empty version, which older releases of the vendor's provider leave out and newer ones send",
      request: aRequest({ address: 'aiven_pg.main', change: aChange('create'), userConfig: { pg_version: '' } }),
      facts: null,
    },
  ],
  notApplicable: [
    {
      title: "an empty version that a plan records of the vendor's resource that is replaced",
      request: aRequest({ address: 'aiven_pg.main', change: aChange('replace'), userConfig: { pg_version: '' } }),
      facts: null,
    },
    {
      title: "what a plan records of a live service of the vendor's provider",
      request: aRequest({ address: 'aiven_pg.main', change: aChange('update'), userConfig: { backup_hour: 24 } }),
      facts: null,
    },
  ],
};
