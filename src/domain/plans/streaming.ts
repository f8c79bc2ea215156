import { once } from '../once';
import type { Plan } from '../plan';
import { noBackups } from './backup-policies';
import { fixedPlan, nodeSizesUpTo, tierPlans, withoutDisk } from './define-plan';

const sizes = withoutDisk(nodeSizesUpTo(16));

const startupOf2: Plan = fixedPlan('kafka', {
  name: 'startup-2',
  tier: 'startup',
  nodes: 3,
  cpuPerNode: 2,
  memoryMbPerNode: 2_048,
  backup: noBackups,
});

const freeKafka: Plan = fixedPlan('kafka', {
  name: 'free-0',
  tier: 'free',
  nodes: 2,
  cpuPerNode: 1,
  memoryMbPerNode: 1_024,
  backup: noBackups,
  priceUsdPerHour: 0,
});

/** Plans of the Kafka family and of Flink: no backups, disk not published, memory from the name. */
export const streamingPlans = once((): readonly Plan[] => [
  freeKafka,
  startupOf2,
  ...tierPlans('kafka', { tier: 'business', nodes: 3, backup: noBackups }, sizes),
  ...tierPlans('kafka', { tier: 'premium', prefix: 'premium-6x', nodes: 6, backup: noBackups }, sizes.slice(1)),
  ...['kafka_connect', 'kafka_mirrormaker'].flatMap((type) => [
    ...tierPlans(type, { tier: 'startup', nodes: 1, backup: noBackups }, sizes.slice(0, 1)),
    ...tierPlans(type, { tier: 'business', nodes: 3, backup: noBackups }, sizes.slice(0, 2)),
    ...tierPlans(type, { tier: 'premium', prefix: 'premium-6x', nodes: 6, backup: noBackups }, sizes.slice(0, 2)),
  ]),
  ...tierPlans('flink', { tier: 'business', nodes: 3, backup: noBackups }, sizes),
]);
