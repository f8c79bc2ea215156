import type { CardRestore } from '../../domain';

/** Seconds until the machines of a new service are there. */
const provisioningSeconds = 5 * 60;
/** Data that is read from the backup in a second. */
const restoredMbPerSecond = 100;

/**
 * How long a restore of this much data may take: five minutes for the machines, then 100 MB of data per second. Inferred: the
 * vendor publishes no such number, and replaying the log up to a point in time comes on top.
 */
export const estimateRestore = (dataSizeMb: number): CardRestore => ({
  dataSizeMb,
  estimateSeconds: provisioningSeconds + Math.ceil(dataSizeMb / restoredMbPerSecond),
});
