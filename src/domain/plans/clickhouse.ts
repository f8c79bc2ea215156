import { once } from '../once';
import type { Plan } from '../plan';
import { daily } from './backup-policies';
import { tierPlans, type NodeSize, type TierRow } from './define-plan';

/** The smallest is sold on one node only. */
const smallest: NodeSize = { gigabytes: 8, cpuPerNode: 2, memoryMbPerNode: 8_192, diskMb: 235_520 };

const sizes: readonly NodeSize[] = [
  { gigabytes: 16, cpuPerNode: 2, memoryMbPerNode: 16_384, diskMb: 471_040 },
  { gigabytes: 32, cpuPerNode: 4, memoryMbPerNode: 32_768, diskMb: 942_080 },
  { gigabytes: 64, cpuPerNode: 8, memoryMbPerNode: 65_536, diskMb: 1_884_160 },
];

const tiers: readonly TierRow[] = [
  { tier: 'startup', nodes: 1, backup: daily(2), diskOfAllNodes: true },
  { tier: 'business', nodes: 3, backup: daily(14), diskOfAllNodes: true },
  { tier: 'premium', prefix: 'premium-2x3', nodes: 6, backup: daily(30), diskOfAllNodes: true },
];

/** Plans of ClickHouse: business is one shard on three nodes, premium several such shards. */
export const clickhousePlans = once((): readonly Plan[] =>
  tiers.flatMap((tier) => tierPlans('clickhouse', tier, tier.nodes === 1 ? [smallest, ...sizes] : sizes)),
);
