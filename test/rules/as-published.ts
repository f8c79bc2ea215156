import { serviceKey, unpublishedFacts, type Facts, type ServiceFacts } from '../../src/domain';

export const without = <T extends object, K extends keyof T>(value: T, names: readonly K[]): Omit<T, K> => {
  const copy = { ...value };
  for (const name of names) delete copy[name];
  return copy;
};

const unpublished = [
  'ownership',
  'access',
  'versionChangedAt',
  'runningAt',
  'firstBackupAt',
  'backupInProgress',
  'poweredOffSince',
  'incarnation',
  'lineage',
  'origin',
] as const;

/** A service as the vendor's API gives it by GET: what it does not publish is absent, as `vendor-service.ts` leaves it out. */
const asPublished = (service: ServiceFacts): ServiceFacts => {
  const { backupRegion, ...told } = without(service, unpublished);
  return {
    ...told,
    ...(service.state === 'POWEROFF' ? {} : { poweredOffSince: null }),
    backups: service.backups.map(({ series: _series, copy, ...backup }) => ({
      ...backup,
      ...(service.type === 'opensearch' ? {} : { series: 'regular' }),
      ...(copy === undefined ? {} : { copy: without(copy, ['replicatedAt']) }),
    })),
    backupRegion: without(backupRegion, ['replacedAt', 'changedAt']),
  };
};

/** Facts as they are read of an account that holds these. */
export const published = (facts: Facts): Facts => ({
  ...without(facts, ['terminated', 'outages']),
  services: new Map([...facts.services.values()].map((service) => [serviceKey(service), asPublished(service)])),
  unpublished: unpublishedFacts,
});
