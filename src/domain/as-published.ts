import type { Facts } from './facts';
import type { ServiceFacts } from './service-facts';
import type { UnpublishedFact } from './unpublished';

/**
 * Facts without what their source does not publish, by the names that it gives: a snapshot that an earlier version took of a real
 * account has fillers there. Never throws.
 */
export const asPublished = (facts: Facts): Facts => {
  const { outages, terminated, ...rest } = facts;
  const { unpublished = [] } = facts;
  if (unpublished.length === 0) return facts;
  const services = [...facts.services].map(
    ([key, service]) => [key, unpublished.reduce((rest, fact) => without[fact]?.(rest) ?? rest, service)] as const,
  );
  return {
    ...rest,
    services: new Map(services),
    ...(outages === undefined || unpublished.includes('outages') ? {} : { outages }),
    ...(terminated === undefined || unpublished.includes('ended-services') ? {} : { terminated }),
  };
};

/** A service without one of them; those of the whole account have none. */
const without: Readonly<Partial<Record<UnpublishedFact, (service: ServiceFacts) => ServiceFacts>>> = {
  'ended-services': ({ incarnation: _, ...service }) => service,
  owner: ({ ownership: _, origin: _origin, ...service }) => service,
  'recovery-point': ({ lineage: _, ...service }) => service,
  'power-off-time': ({ poweredOffSince, ...service }) =>
    service.state === 'POWEROFF' || poweredOffSince === undefined ? service : { ...service, poweredOffSince },
  'first-backup': ({ firstBackupAt: _, runningAt: _running, ...service }) => service,
  'copy-time': (service) => ({
    ...service,
    backups: service.backups.map(({ copy, ...backup }) =>
      copy === undefined ? backup : { ...backup, copy: { cloud: copy.cloud, paused: copy.paused } },
    ),
  }),
  series: (service) =>
    service.type === 'opensearch'
      ? { ...service, backups: service.backups.map(({ series: _, ...backup }) => backup) }
      : service,
  'region-change': ({ backupRegion: { changedAt: _, replacedAt: _replaced, ...backupRegion }, ...service }) => ({
    ...service,
    backupRegion,
  }),
  'version-change': ({ versionChangedAt: _, ...service }) => service,
  // What is under way is told where it is.
  'backup-in-progress': ({ backupInProgress, ...service }) =>
    backupInProgress === true ? { ...service, backupInProgress } : service,
  'access-history': ({ access: _, ...service }) => service,
};
