import { once } from '../once';
import type { Plan } from '../plan';
import { noBackups } from './backup-policies';
import { fixedPlan, nodeSizesUpTo, tierPlans, withoutDisk, type NodeSize } from './define-plan';

const sizes = withoutDisk(nodeSizesUpTo(16));

/** Disk of each broker follows the public price list: 200 GiB with 4 GB, in step with memory. */
const brokers: readonly NodeSize[] = sizes.map((size) => ({ ...size, diskMb: size.gigabytes * 51_200 }));

const kafkaTier = { backup: noBackups, diskOfAllNodes: true } as const;

const startupOf2: Plan = fixedPlan('kafka', {
  name: 'startup-2',
  diskMb: 92_160,
  diskCapMb: 460_800,
  diskStepMb: 30_720,
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

/** Plans of the Kafka family and of Flink: no backups, memory from the name; disk of Kafka alone is published. */
export const streamingPlans = once((): readonly Plan[] => [
  freeKafka,
  startupOf2,
  ...tierPlans('kafka', { ...kafkaTier, tier: 'startup', nodes: 3 }, brokers.slice(0, 1)),
  ...tierPlans('kafka', { ...kafkaTier, tier: 'business', nodes: 3 }, brokers),
  ...tierPlans('kafka', { ...kafkaTier, tier: 'premium', prefix: 'premium-6x', nodes: 6 }, brokers.slice(1)),
  ...['kafka_connect', 'kafka_mirrormaker'].flatMap((type) => [
    ...tierPlans(type, { tier: 'startup', nodes: 1, backup: noBackups }, sizes.slice(0, 1)),
    ...tierPlans(type, { tier: 'business', nodes: 3, backup: noBackups }, sizes.slice(0, 2)),
    ...tierPlans(type, { tier: 'premium', prefix: 'premium-6x', nodes: 6, backup: noBackups }, sizes.slice(0, 2)),
  ]),
  ...tierPlans('flink', { tier: 'business', nodes: 3, backup: noBackups }, sizes),
]);
