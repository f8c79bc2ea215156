import { planKey, serviceTypes } from '../../src/domain';
import type { Catalogue, Plan, ServiceType } from '../../src/domain';
import type { Draw } from '../simulation/draw';

/** The clouds of a random world: several of two providers, one of a third. */
export const clouds: readonly string[] = [
  'google-europe-west1',
  'google-europe-west4',
  'google-us-east1',
  'aws-eu-central-1',
  'aws-eu-west-1',
  'azure-westeurope',
];

/** Projects with their organizations; the last one belongs to another. */
export const projects = [
  { project: 'demo', organization: 'acme', defaultCloud: 'google-europe-west1' },
  { project: 'stage', organization: 'acme', defaultCloud: 'aws-eu-central-1' },
  { project: 'foreign', organization: 'globex', defaultCloud: 'google-europe-west1' },
] as const;

/** Types by how often they are drawn: those that can do most are drawn most. */
export const typeWeights: readonly (readonly [number, string])[] = [
  [10, 'pg'],
  [6, 'mysql'],
  [8, 'opensearch'],
  [4, 'clickhouse'],
  [4, 'valkey'],
  [2, 'dragonfly'],
  [2, 'grafana'],
  [2, 'cassandra'],
  [2, 'alloydbomni'],
  [1, 'redis'],
  [1, 'm3db'],
  [1, 'influxdb'],
  [1, 'elasticsearch'],
  [2, 'kafka'],
];

const custom = (type: string, name: string, part: Partial<Plan>): Plan => ({
  type,
  name,
  tier: 'custom',
  nodes: 2,
  cpuPerNode: 2,
  memoryMbPerNode: 4_096,
  diskMb: 81_920,
  diskCapMb: 409_600,
  diskStepMb: 10_240,
  backup: { recoveryMode: 'pitr', intervalHours: 24, maxCount: 2 },
  priceUsdPerHour: null,
  clouds: 'all',
  source: { basis: 'inference', from: 'a random world' },
  ...part,
});

/** Plans that no price list has: hourly backups over a week, no backups at all, sold in one cloud only. */
export const customPlans: readonly Plan[] = [
  custom('pg', 'hourly-4', { backup: { recoveryMode: 'pitr', intervalHours: 1, maxCount: 48 } }),
  custom('pg', 'bare-4', { backup: { recoveryMode: 'pitr', intervalHours: 24, maxCount: 0 } }),
  custom('pg', 'rare-4', { clouds: ['aws-eu-west-1'] }),
  custom('opensearch', 'long-hourly-4', {
    backup: {
      recoveryMode: 'basic',
      intervalHours: 24,
      maxCount: 14,
      frequentIntervalMinutes: 60,
      frequentOldestAgeMinutes: 7 * 24 * 60,
      infrequentIntervalMinutes: 1_440,
      infrequentOldestAgeMinutes: 14 * 1_440,
    },
  }),
];

/** The plans of a type in a catalogue. */
export const plansOf = (catalogue: Catalogue, type: string): readonly Plan[] =>
  [...catalogue.plans.values()].filter((plan) => plan.type === type);

/** A plan of a type by name; undefined: there is none. */
export const planOf = (catalogue: Catalogue, type: string, plan: string | undefined): Plan | undefined =>
  catalogue.plans.get(planKey(type, plan ?? ''));

/** A type by name. @throws RangeError when there is none */
export const typeOf = (name: string): ServiceType => {
  const type = serviceTypes.find((candidate) => candidate.name === name);
  if (type === undefined) throw new RangeError(`No service type is called ${name}.`);
  return type;
};

/** Another cloud of the same provider, as a second backup region must be; undefined: this world has none. */
export const neighbourOf = (draw: Draw, cloud: string): string | undefined => {
  const provider = cloud.slice(0, cloud.indexOf('-'));
  const others = clouds.filter((other) => other !== cloud && other.startsWith(`${provider}-`));
  return others.length === 0 ? undefined : draw.pick(others);
};
