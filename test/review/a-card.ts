import { defaultCatalogue, type Facts, type ReviewCard, type ServiceRequest } from '../../src/domain';
import { aChange, aCopiedService, aFork, aRequest, aService, at, someFacts } from '../../src/domain/testing';
import { assembleCard } from '../../src/review';
import { reviewOf } from '../../src/rules';

/** The facts of the cards: source-pg with copies in a second region, and a live fork of it. */
export const cardFacts = (): Facts =>
  someFacts({
    services: [
      aCopiedService({ tags: { team: 'orders' } }),
      aService({
        service: 'live-fork',
        userConfig: { service_to_fork_from: 'source-pg', recovery_target_time: '2026-11-17T12:00:00Z' },
        lineage: {
          sourceProject: 'demo',
          sourceService: 'source-pg',
          sourceIncarnation: 1,
          recoveryPoint: at('2026-11-17T12:00:00Z'),
          backupName: 'backup-a',
          location: 'google-europe-west1',
          role: 'primary',
        },
      }),
    ],
  });

/** Judges the requests and assembles their card, as the command line does. */
export const aCard = (requests: readonly ServiceRequest[], known: Facts | 'none' = cardFacts()): ReviewCard => {
  const facts = known === 'none' ? undefined : known;
  return assembleCard(reviewOf(requests, { facts, catalogue: defaultCatalogue }));
};

/** A good fork, a bad one, a live one that is replaced, one that is destroyed, and a service beside them. */
export const mixedRequests = (): readonly ServiceRequest[] => [
  aFork(),
  aFork({ serviceName: 'too-late', userConfig: { recovery_target_time: '2026-10-01T00:00:00Z' } }),
  aFork({
    serviceName: 'live-fork',
    cloud: 'google-europe-west1',
    userConfig: { recovery_target_time: '2026-11-18T12:00:00Z' },
    change: aChange('replace', {
      reasons: ['user_config.recovery_target_time'],
      why: 'replace_because_cannot_update',
      prior: {
        service: 'live-fork',
        userConfig: { service_to_fork_from: 'source-pg', recovery_target_time: '2026-11-17T12:00:00Z' },
      },
    }),
  }),
  aFork({ serviceName: 'unsure', unknown: ['user_config.recovery_target_time'] }),
  aRequest({ serviceName: 'gone', change: aChange('delete', { prior: { service: 'gone' } }) }),
  aRequest({ serviceName: 'beside' }),
];

/** Many forks of the one source. */
export const manyForks = (count: number): readonly ServiceRequest[] =>
  Array.from({ length: count }, (_, index) => aFork({ serviceName: `fork-${String(index).padStart(4, '0')}` }));
