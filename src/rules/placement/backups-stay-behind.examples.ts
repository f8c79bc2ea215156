import { aFork, aRequest, aService, dailyBackups, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const migrated = someFacts({
  services: [aService({ cloud: 'aws-eu-west-1', backups: dailyBackups(14, { location: 'google-europe-west1' }) })],
});
const moved = (cloud: string) => aRequest({ serviceName: 'source-pg', cloud });

export const examples: RuleExamples = {
  violated: [
    { title: 'a source that has migrated', request: aFork(), facts: migrated, message: 'source' },
    {
      title: 'a live service that is to migrate',
      request: moved('aws-eu-west-1'),
      facts: someFacts(),
      message: 'migration',
    },
  ],
  pass: [
    { title: 'a source that stayed', request: aFork(), facts: someFacts() },
    { title: 'a fork where the backups are', request: aFork({ cloud: 'google-europe-west1' }), facts: migrated },
    { title: 'a live service that stays', request: moved('google-europe-west1'), facts: someFacts() },
  ],
  undecided: [{ title: 'nothing known of the source', request: aFork(), facts: null }],
  notApplicable: [{ title: 'an ordinary new service', request: aRequest(), facts: someFacts() }],
};
