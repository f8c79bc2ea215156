import { aFork, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a misspelt recovery time',
      request: aFork({ userConfig: { recovery_target_tim: '2026-11-19T12:00:00Z' } }),
      facts: someFacts(),
      message: 'unknown',
    },
    {
      title: 'two settings of other types',
      request: aRequest({ userConfig: { mysql_version: '8', saml: {} } }),
      facts: null,
      message: 'unknown',
    },
    {
      title: 'the block of settings of another type',
      request: aRequest({ address: 'aiven_pg.main', userConfig: { mysql_user_config: true } }),
      facts: null,
      message: 'block',
    },
  ],
  pass: [
    {
      title: 'a setting of another type that may be null at apply',
      request: aRequest({ unknown: ['user_config.mysql_version'] }),
      facts: null,
    },
    { title: 'settings that the type has', request: aFork(), facts: someFacts() },
    {
      title: 'a recovery time on a type without one, of which its own rule tells',
      request: aRequest({ serviceType: 'kafka', userConfig: { recovery_target_time: '2026-11-19T12:00:00Z' } }),
      facts: null,
    },
  ],
  undecided: [{ title: 'a type known after apply', request: aFork({ unknown: ['service_type'] }), facts: null }],
  notApplicable: [
    {
      title: "a resource of the vendor's provider, which checks the settings itself",
      request: aRequest({ address: 'aiven_pg.main', userConfig: { newest_setting: true } }),
      facts: null,
    },
  ],
};
