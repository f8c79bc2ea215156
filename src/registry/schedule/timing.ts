import { minuteMs, secondMs } from '../../domain';
import type { TimingProfile } from '../commands';

/** How long something takes in each profile: fixed, plus something per GB of data. Schedule version 1; our inference. */
interface Timing {
  /** From creation to RUNNING. */
  readonly buildMs: number;
  readonly buildPerGbMs: number;
  /** A change of plan, cloud, disk or version. */
  readonly changeMs: number;
  readonly changePerGbMs: number;
  /** From RUNNING to the completion of the first backup. */
  readonly firstBackupMs: number;
}

const timings: Readonly<Record<TimingProfile, Timing>> = {
  instant: { buildMs: 0, buildPerGbMs: 0, changeMs: 0, changePerGbMs: 0, firstBackupMs: 0 },
  fast: {
    buildMs: 3 * secondMs,
    buildPerGbMs: 0,
    changeMs: 2 * secondMs,
    changePerGbMs: 0,
    firstBackupMs: 3 * secondMs,
  },
  realistic: {
    buildMs: 4 * minuteMs,
    buildPerGbMs: 6 * secondMs,
    changeMs: 6 * minuteMs,
    changePerGbMs: 9 * secondMs,
    firstBackupMs: 5 * minuteMs,
  },
};

/** Longest time that anything takes, however much data there is. */
const longestMs = 24 * 60 * minuteMs;

const timed = (fixedMs: number, perGbMs: number, sizeMb: number): number =>
  Math.min(longestMs, Math.round(fixedMs + (perGbMs * sizeMb) / 1_000));

/** From creation or power-on to RUNNING, in milliseconds; grows with the data to restore, up to 24 hours. */
export const computeBuildMs = (profile: TimingProfile, sizeMb: number): number =>
  timed(timings[profile].buildMs, timings[profile].buildPerGbMs, sizeMb);

/** How long a change of plan, cloud, disk or version takes, in milliseconds; at most 24 hours. */
export const computeChangeMs = (profile: TimingProfile, sizeMb: number): number =>
  timed(timings[profile].changeMs, timings[profile].changePerGbMs, sizeMb);

/** From RUNNING to the first backup, in milliseconds. */
export const computeFirstBackupMs = (profile: TimingProfile): number => timings[profile].firstBackupMs;
