import {
  megabytesWords,
  policyMs,
  secondMs,
  type Facts,
  type RecoveryTerms,
  type RestoreRate,
  type RestoreRun,
} from '../../domain';
import { durationText } from '../duration-text';
import type { RestorePoint } from './survival';

/** How long a restore takes, computed, and how. */
interface RestoreTime {
  readonly ms: number;
  readonly formula: string;
}

/**
 * How long coming back takes: by the recorded runs of the same type and plan in the same cloud, of which the slowest counts, else by the
 * rate of the policy; undefined: nobody measured a restore here. Never throws.
 */
export const restoreTime = (
  from: RestorePoint,
  terms: RecoveryTerms | undefined,
  facts: Facts,
): RestoreTime | undefined => {
  const { restore } = terms ?? {};
  const slowest = runsFor(terms?.runs, facts)
    .filter(({ type, plan, cloud }) => type === from.type && plan === from.plan && cloud === from.into)
    .map((run) => byRun(from, run))
    .sort((left, right) => right.ms - left.ms)[0];
  return slowest ?? (restore === undefined ? undefined : byRate(from, restore));
};

/** The runs that say something of these facts: of the same registry, and never of a simulator for a real account. Never throws. */
export const runsFor = (runs: readonly RestoreRun[] | undefined, facts: Facts): readonly RestoreRun[] => {
  // What publishes everything is a simulator. A snapshot is of a registry that it names no more.
  const isSimulator = facts.unpublished === undefined;
  const isSnapshot = facts.origin.startsWith('facts:');
  return (runs ?? []).filter(
    ({ registry, simulated }) => simulated === isSimulator && (isSnapshot || registry === facts.origin),
  );
};

/** A larger backup takes as much longer as it is larger; a smaller one no less long, since nobody knows what of it was the machines. */
const byRun = ({ dataSizeMb }: RestorePoint, { source, at, registry, seconds, backupMb }: RestoreRun): RestoreTime => {
  const run = `the recorded run of ${source} at ${at} (${registry})`;
  if (dataSizeMb <= backupMb)
    return {
      ms: seconds * secondMs,
      formula: `${durationText(seconds * secondMs)}, as long as ${megabytesWords(backupMb)} took in ${run}`,
    };
  const sizes = [dataSizeMb, backupMb].map((size) => Math.max(1, Math.ceil(size)));
  const [size = 1, measured = 1] = sizes;
  const ms = Math.ceil((seconds * size) / measured) * secondMs;
  return {
    ms,
    formula: `${seconds} s * ${megabytesWords(size)} / ${megabytesWords(measured)} = ${durationText(ms)}, by ${run}`,
  };
};

const byRate = ({ dataSizeMb }: RestorePoint, { mbPerSecond, provisioning, measured }: RestoreRate): RestoreTime => {
  const ms = policyMs(provisioning) + Math.ceil(dataSizeMb / mbPerSecond) * secondMs;
  const shown = durationText(Math.max(ms, secondMs));
  return {
    ms,
    formula: `${provisioning} + ${megabytesWords(dataSizeMb)} at ${mbPerSecond} MB/s = ${shown}, by a rate measured ${measured}`,
  };
};
