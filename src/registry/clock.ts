import type { Clock, EpochMs } from '../domain';
import type { ClockMode } from './commands';

/** Where the registry's clock was set last: what it showed, and what the wall clock showed then. */
export interface ClockSetting {
  readonly mode: ClockMode;
  readonly virtualAt: EpochMs;
  readonly wallAt: EpochMs;
}

/** Fastest that the clock may run, as a multiple of the wall clock. */
export const fastestClock = 1_000_000;

/** Furthest that one command may advance the clock: 100 years, in milliseconds. */
export const furthestAdvanceMs = 100 * 366 * 24 * 3_600_000;

/**
 * What the registry's clock shows. Never earlier than `notBefore` (the newest event's instant), nor than where it was set,
 * even when the wall clock jumps back. Whole milliseconds.
 */
export const virtualNow = (setting: ClockSetting, wallNow: EpochMs, notBefore: EpochMs): EpochMs => {
  const elapsed = Math.max(0, wallNow - setting.wallAt);
  return Math.max(notBefore, setting.virtualAt + Math.floor(elapsed * speedOf(setting.mode)));
};

const speedOf = (mode: ClockMode): number => {
  switch (mode.kind) {
    case 'frozen':
      return 0;
    case 'real':
      return 1;
    case 'factor':
      return mode.factor;
  }
};

/** A clock on the wall that never goes back within this process: it stands still until the wall has caught up. */
export const steady = (wallClock: Clock): Clock => {
  let latest = -Infinity;
  return { now: () => (latest = Math.max(latest, wallClock.now())) };
};
