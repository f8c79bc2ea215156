import type { BackupPolicy, Plan, PlanTier } from '../plan';
import type { Source } from '../source';

/** The sizes and policies of the public price list, completed by analogy between types. */
const inferredPlan: Source = {
  basis: 'inference',
  from: 'public price list and documentation, completed by analogy with documented plans',
};

/** Sizes that the documentation states. */
export const documentedPlan: Source = {
  basis: 'documented',
  from: 'documentation, free and developer tiers (read 2026-11-20)',
};

/** One node size, named after its memory in GB: processors, memory and disk of each node. */
export interface NodeSize {
  readonly gigabytes: number;
  readonly cpuPerNode: number;
  readonly memoryMbPerNode: number;
  readonly diskMb: number;
}

/** The general node sizes. `startup-4` with 80 GiB is fixed by the provider's acceptance tests; the others are inference. */
export const nodeSizes: readonly NodeSize[] = [
  { gigabytes: 4, cpuPerNode: 2, memoryMbPerNode: 4_096, diskMb: 81_920 },
  { gigabytes: 8, cpuPerNode: 2, memoryMbPerNode: 8_192, diskMb: 179_200 },
  { gigabytes: 16, cpuPerNode: 4, memoryMbPerNode: 16_384, diskMb: 358_400 },
  { gigabytes: 32, cpuPerNode: 8, memoryMbPerNode: 32_768, diskMb: 716_800 },
  { gigabytes: 64, cpuPerNode: 16, memoryMbPerNode: 65_536, diskMb: 1_024_000 },
];

/** The general node sizes up to and including one. */
export const nodeSizesUpTo = (gigabytes: number): readonly NodeSize[] =>
  nodeSizes.filter((size) => size.gigabytes <= gigabytes);

/** The general node sizes without disk, for types whose disk is not published. */
export const withoutDisk = (sizes: readonly NodeSize[]): readonly NodeSize[] =>
  sizes.map((size) => ({ ...size, diskMb: 0 }));

/** One tier of plans: what differs between tiers. */
export interface TierRow {
  readonly tier: PlanTier;
  readonly nodes: number;
  readonly backup: BackupPolicy;
  /** Prefix of the plan's name, when it is not the tier: `premium-6x`. */
  readonly prefix?: string;
  /** Disk is counted over all nodes, instead of once. */
  readonly diskOfAllNodes?: true;
  /** Hourly price of one node with 4 GB; the price grows with nodes and memory. Absent: not known. */
  readonly usdPerHourOf4Gb?: number;
}

const diskStepMb = 10_240;
const diskCapFactor = 5;

/** The plans of one tier, one for each size, such as `business-4` to `business-64`. Disk can grow to five times the plan's own. */
export const tierPlans = (type: string, row: TierRow, sizes: readonly NodeSize[]): readonly Plan[] =>
  sizes.map(({ gigabytes, cpuPerNode, memoryMbPerNode, diskMb }) => {
    const diskFactor = row.diskOfAllNodes ? row.nodes : 1;
    const hasDisk = diskMb > 0;
    return {
      type,
      name: `${row.prefix ?? row.tier}-${gigabytes}`,
      tier: row.tier,
      nodes: row.nodes,
      cpuPerNode,
      memoryMbPerNode,
      diskMb: diskMb * diskFactor,
      diskCapMb: hasDisk ? diskMb * diskFactor * diskCapFactor : null,
      diskStepMb: hasDisk ? diskStepMb * diskFactor : null,
      backup: row.backup,
      priceUsdPerHour: computePrice(row, gigabytes),
      clouds: 'all',
      source: inferredPlan,
    };
  });

const computePrice = ({ nodes, usdPerHourOf4Gb }: TierRow, gigabytes: number): number | null =>
  usdPerHourOf4Gb === undefined ? null : Number(((usdPerHourOf4Gb * nodes * gigabytes) / 4).toFixed(5));

/** What a plan of one fixed size says; a single node of fixed disk, sold everywhere, unless it says otherwise. */
type FixedPlan = Pick<Plan, 'name' | 'tier' | 'cpuPerNode' | 'memoryMbPerNode' | 'backup'> & Partial<Plan>;

/** A plan of one fixed size, such as `hobbyist`. */
export const fixedPlan = (type: string, plan: FixedPlan): Plan => ({
  nodes: 1,
  diskMb: 0,
  diskCapMb: null,
  diskStepMb: null,
  priceUsdPerHour: null,
  clouds: 'all',
  source: inferredPlan,
  ...plan,
  type,
});
