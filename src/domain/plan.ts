import * as z from 'zod/mini';
import { entry, list } from './entry';

const count = z.int().check(z.nonnegative());
const amount = z.number().check(z.nonnegative());

/**
 * How a plan backs its services up, in the API's own fields.
 * `maxCount` 0: no backups. The frequent and infrequent pairs are OpenSearch's hourly and daily series.
 * @see API reference, ServicePlanSpecs `backup_config` (read 2026-11-20)
 */
const BackupPolicy = entry({
  recoveryMode: z.enum(['basic', 'pitr']),
  intervalHours: amount,
  maxCount: count,
  frequentIntervalMinutes: z.exactOptional(amount),
  frequentOldestAgeMinutes: z.exactOptional(amount),
  infrequentIntervalMinutes: z.exactOptional(amount),
  infrequentOldestAgeMinutes: z.exactOptional(amount),
});

/** Size and topology on sale: nodes, CPU, memory, disk and backup policy, for one service type; as files write it, and inside. */
export const PlanEntry = entry({
  type: z.string(),
  name: z.string().check(z.minLength(1)),
  /** The price and feature level, read from the name. */
  tier: z.enum(['free', 'developer', 'hobbyist', 'startup', 'business', 'premium', 'dashboard', 'custom']),
  nodes: z.int().check(z.positive()),
  cpuPerNode: amount,
  memoryMbPerNode: amount,
  /** Disk of the whole service in MB, as PlanSpecs tells it; 0: not published, as for types that live in memory. */
  diskMb: amount,
  /** Largest disk that can be bought, in MB; null: disk cannot be chosen. */
  diskCapMb: z.nullable(amount),
  /** Disk above `diskMb` comes in multiples of this, in MB; null: disk cannot be chosen. */
  diskStepMb: z.nullable(amount),
  backup: BackupPolicy,
  /** Hourly list price in USD; null: the catalogue does not know it. */
  priceUsdPerHour: z.nullable(amount),
  /** Clouds where it is sold; `all`: every public cloud (inference; a world file can say otherwise). */
  clouds: z.union([z.literal('all'), list(z.string())]),
  source: entry({ basis: z.enum(['documented', 'schema', 'inference']), from: z.string() }),
});

/** Size and topology on sale, for one service type. */
export type Plan = z.infer<typeof PlanEntry>;
/** The price and feature level of a plan, read from its name. */
export type PlanTier = Plan['tier'];
/** How a plan backs its services up. */
export type BackupPolicy = Plan['backup'];
