import { once } from '../once';
import type { Plan } from '../plan';
import { daily, hourlyAndDaily } from './backup-policies';
import { documentedPlan, fixedPlan, nodeSizes, nodeSizesUpTo, tierPlans, type TierRow } from './define-plan';

const tiers: readonly TierRow[] = [
  { tier: 'startup', nodes: 1, backup: hourlyAndDaily(3), diskOfAllNodes: true },
  { tier: 'business', nodes: 3, backup: hourlyAndDaily(14), diskOfAllNodes: true },
];

const premiumOf6: TierRow = {
  tier: 'premium',
  prefix: 'premium-6x',
  nodes: 6,
  backup: hourlyAndDaily(30),
  diskOfAllNodes: true,
};

const premiumOf9: TierRow = { ...premiumOf6, prefix: 'premium-9x', nodes: 9 };

const sizesFrom8 = nodeSizes.filter(({ gigabytes }) => gigabytes >= 8);

/** Plans of OpenSearch and Elasticsearch. The names of the free and developer plans are inference. */
export const searchPlans = once((): readonly Plan[] => [
  fixedPlan('opensearch', {
    name: 'free-4-20gb',
    tier: 'free',
    cpuPerNode: 1,
    memoryMbPerNode: 4_096,
    diskMb: 20_480,
    backup: daily(1),
    priceUsdPerHour: 0,
    source: documentedPlan,
  }),
  fixedPlan('opensearch', {
    name: 'developer-4',
    tier: 'developer',
    cpuPerNode: 1,
    memoryMbPerNode: 4_096,
    diskMb: 30_720,
    backup: daily(1),
    source: documentedPlan,
  }),
  fixedPlan('opensearch', {
    name: 'hobbyist',
    tier: 'hobbyist',
    cpuPerNode: 2,
    memoryMbPerNode: 2_048,
    diskMb: 8_192,
    backup: daily(1),
  }),
  ...tiers.flatMap((tier) => tierPlans('opensearch', tier, nodeSizes)),
  ...tierPlans('opensearch', premiumOf6, sizesFrom8),
  ...tierPlans('opensearch', premiumOf9, sizesFrom8),
  ...tiers.flatMap((tier) => tierPlans('elasticsearch', tier, nodeSizesUpTo(16))),
  ...tierPlans('elasticsearch', premiumOf6, nodeSizes.slice(1, 3)),
]);
