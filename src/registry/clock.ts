import { endOfTime, minuteMs, type Clock, type EpochMs } from '../domain';
import type { ClockMode } from './commands';

/** Where the registry's clock was set last: what it showed, and what the wall clock showed then. */
interface ClockSetting {
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
const virtualNow = (setting: ClockSetting, wallNow: EpochMs, notBefore: EpochMs): EpochMs => {
  const elapsed = Math.max(0, wallNow - setting.wallAt);
  const shown = setting.virtualAt + Math.floor(elapsed * readSpeed(setting.mode));
  return Math.min(endOfTime, Math.max(notBefore, shown));
};

/** How far two clocks on walls may differ without a word: those of machines that share a registry always do. */
const usualDifferenceMs = minuteMs;

/**
 * Whether a running clock would stand still for more than a minute, since the clock on the wall is behind one that it was set or written
 * by: on another machine, or on this one before its clock was put right. It then has to be set anew to go on from where it is.
 */
export const standsStill = (setting: ClockSetting, wallNow: EpochMs, newestAt: EpochMs): boolean => {
  const speed = readSpeed(setting.mode);
  const behindMs = Math.max(
    setting.wallAt - wallNow,
    (newestAt - virtualNow(setting, wallNow, 0)) / (speed === 0 ? 1 : speed),
  );
  return speed > 0 && behindMs > usualDifferenceMs && newestAt < endOfTime;
};

const readSpeed = (mode: ClockMode): number => {
  switch (mode.kind) {
    case 'frozen':
      return 0;
    case 'real':
      return 1;
    case 'factor':
      return mode.factor;
  }
};

/** The registry's clock as one process reads it. */
export interface RegistryClock {
  /**
   * What the wall clock shows. It never goes back: it stands still while the machine's is behind what it showed before, and when that is
   * more than a minute it goes on from there.
   */
  wallNow(): EpochMs;
  /** What the registry's clock shows under a setting: never less than this process has read from it before. */
  now(setting: ClockSetting, wallNow: EpochMs, notBefore: EpochMs): EpochMs;
  /** Runs work that writes: what it read is no bound any more when it throws, since then its changes of the clock never were. */
  writing<T>(work: () => T): T;
}

/**
 * Reads the registry's clock over a wall clock that may be set back. Another process may have read less of a fast clock
 * before it set it anew: what was read here stays a lower bound.
 */
export const registryClock = (wallClock: Clock): RegistryClock => {
  let [latestWall, latest, setBackMs] = [-Infinity, -Infinity, 0];
  return {
    wallNow: () => {
      const wallNow = wallClock.now() + setBackMs;
      if (latestWall - wallNow > usualDifferenceMs) setBackMs += latestWall - wallNow;
      return (latestWall = Math.max(latestWall, wallNow));
    },
    now: (setting, wallNow, notBefore) => (latest = Math.max(latest, virtualNow(setting, wallNow, notBefore))),
    writing: (work) => {
      const before = latest;
      try {
        return work();
      } catch (error) {
        latest = before;
        throw error;
      }
    },
  };
};
