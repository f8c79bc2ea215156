import type { Source } from './source';

/** The price and feature level of a plan, read from its name. */
export type PlanTier = 'free' | 'developer' | 'hobbyist' | 'startup' | 'business' | 'premium' | 'dashboard' | 'custom';

/**
 * How a plan backs its services up, in the API's own fields.
 * `maxCount` 0: no backups. The frequent and infrequent pairs are OpenSearch's hourly and daily series.
 * @see API reference, ServicePlanSpecs `backup_config` (read 2026-11-20)
 */
export interface BackupPolicy {
  readonly recoveryMode: 'basic' | 'pitr';
  readonly intervalHours: number;
  readonly maxCount: number;
  readonly frequentIntervalMinutes?: number;
  readonly frequentOldestAgeMinutes?: number;
  readonly infrequentIntervalMinutes?: number;
  readonly infrequentOldestAgeMinutes?: number;
}

/** Size and topology on sale: nodes, CPU, memory, disk and backup policy, for one service type. */
export interface Plan {
  readonly type: string;
  readonly name: string;
  readonly tier: PlanTier;
  readonly nodes: number;
  readonly cpuPerNode: number;
  readonly memoryMbPerNode: number;
  /** Disk of the whole service in MB, as PlanSpecs tells it; 0: not published, as for types that live in memory. */
  readonly diskMb: number;
  /** Largest disk that can be bought, in MB; null: disk cannot be chosen. */
  readonly diskCapMb: number | null;
  /** Disk above `diskMb` comes in multiples of this, in MB; null: disk cannot be chosen. */
  readonly diskStepMb: number | null;
  readonly backup: BackupPolicy;
  /** Hourly list price in USD; null: the catalogue does not know it. */
  readonly priceUsdPerHour: number | null;
  /** Clouds where it is sold; `all`: every public cloud (inference; a world file can say otherwise). */
  readonly clouds: 'all' | readonly string[];
  readonly source: Source;
}
