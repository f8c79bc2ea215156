import { once } from '../once';
import type { Plan } from '../plan';
import { pointInTime } from './backup-policies';
import { documentedPlan, fixedPlan, nodeSizes, nodeSizesUpTo, tierPlans, type TierRow } from './define-plan';

/** Hourly list price of `startup-4` in google-europe-west12, observed in June 2026; other sizes follow by nodes and memory. */
const usdPerHourOf4Gb = 0.13562;

const tiers: readonly TierRow[] = [
  { tier: 'startup', nodes: 1, backup: pointInTime(2), usdPerHourOf4Gb },
  { tier: 'business', nodes: 2, backup: pointInTime(14), usdPerHourOf4Gb },
  { tier: 'premium', nodes: 3, backup: pointInTime(30), usdPerHourOf4Gb },
];

const smallPlans = (type: string): readonly Plan[] => [
  fixedPlan(type, {
    name: 'free-1-1gb',
    tier: 'free',
    cpuPerNode: 1,
    memoryMbPerNode: 1_024,
    diskMb: 1_024,
    backup: pointInTime(1),
    priceUsdPerHour: 0,
    source: documentedPlan,
  }),
  fixedPlan(type, {
    name: 'developer-1',
    tier: 'developer',
    cpuPerNode: 1,
    memoryMbPerNode: 1_024,
    diskMb: 8_192,
    backup: pointInTime(1),
  }),
  fixedPlan(type, {
    name: 'hobbyist',
    tier: 'hobbyist',
    cpuPerNode: 1,
    memoryMbPerNode: 2_048,
    diskMb: 8_192,
    backup: pointInTime(2),
  }),
];

/** Plans of PostgreSQL, MySQL and AlloyDB Omni. */
export const relationalPlans = once((): readonly Plan[] => [
  ...['pg', 'mysql'].flatMap((type) => [
    ...smallPlans(type),
    ...tiers.flatMap((tier) => tierPlans(type, tier, nodeSizes)),
  ]),
  ...tiers.flatMap(({ tier, nodes, backup }) => tierPlans('alloydbomni', { tier, nodes, backup }, nodeSizesUpTo(16))),
]);
