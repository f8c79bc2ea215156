import { serviceKey, unpublishedFacts, type Facts, type ServiceFacts } from '../../src/domain';

export const without = <T extends object, K extends keyof T>(value: T, names: readonly K[]): Omit<T, K> => {
  const copy = { ...value };
  for (const name of names) delete copy[name];
  return copy;
};

/** A service as the vendor's API gives it by GET: what it does not publish is a filler, as `vendor-service.ts` writes it, or absent. */
const asPublished = (service: ServiceFacts): ServiceFacts => {
  const { backupRegion, ...told } = without(service, ['ownership', 'access', 'versionChangedAt']);
  const region = without(backupRegion, ['replacedAt']);
  return {
    ...told,
    incarnation: 1,
    poweredOffSince: null,
    runningAt: service.state === 'RUNNING' ? service.createdAt : null,
    firstBackupAt: service.backups[0]?.completedAt ?? null,
    backupInProgress: false,
    backups: service.backups.map((backup) => ({
      ...backup,
      series: 'regular',
      ...(backup.copy === undefined ? {} : { copy: { ...backup.copy, replicatedAt: backup.completedAt } }),
    })),
    backupRegion: { ...region, changedAt: null },
    lineage: null,
    origin: null,
  };
};

/** Facts as they are read of an account that holds these. */
export const published = (facts: Facts): Facts => ({
  ...facts,
  services: new Map([...facts.services.values()].map((service) => [serviceKey(service), asPublished(service)])),
  terminated: new Map(),
  outages: [],
  unpublished: unpublishedFacts,
});
