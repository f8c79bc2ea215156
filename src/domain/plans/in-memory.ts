import { once } from '../once';
import type { Plan } from '../plan';
import { twiceDaily } from './backup-policies';
import { documentedPlan, fixedPlan, nodeSizes, tierPlans, withoutDisk, type TierRow } from './define-plan';

const tiers: readonly TierRow[] = [
  { tier: 'startup', nodes: 1, backup: twiceDaily(1) },
  { tier: 'business', nodes: 2, backup: twiceDaily(3) },
  { tier: 'premium', nodes: 3, backup: twiceDaily(13) },
];

const sizes = withoutDisk(nodeSizes);

/** Plans of Valkey, Dragonfly and Redis: the memory is the size. The names of the free and developer plans are inference. */
export const inMemoryPlans = once((): readonly Plan[] => [
  fixedPlan('valkey', {
    name: 'free-1',
    tier: 'free',
    cpuPerNode: 1,
    memoryMbPerNode: 1_024,
    backup: twiceDaily(1),
    priceUsdPerHour: 0,
    source: documentedPlan,
  }),
  fixedPlan('valkey', {
    name: 'developer-4',
    tier: 'developer',
    cpuPerNode: 2,
    memoryMbPerNode: 4_096,
    backup: twiceDaily(1),
    source: documentedPlan,
  }),
  ...['valkey', 'dragonfly', 'redis'].flatMap((type) => [
    fixedPlan(type, {
      name: 'hobbyist',
      tier: 'hobbyist',
      cpuPerNode: 1,
      memoryMbPerNode: 1_024,
      backup: twiceDaily(1),
    }),
    ...tiers.flatMap((tier) => tierPlans(type, tier, sizes)),
  ]),
]);
