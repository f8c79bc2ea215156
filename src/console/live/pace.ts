import { minuteMs, secondMs } from '../../domain';

/** Between two looks at what has changed, while all goes well. */
export const calmPauseMs = 4 * secondMs;

/** Between two looks at most, however long the registry is away. */
const longestPauseMs = minuteMs;

/** How long to wait for the next look after so many that failed in a row: twice as long each time, up to a minute. */
export const pauseAfter = (failures: number): number =>
  Math.min(calmPauseMs * 2 ** Math.min(failures, 10), longestPauseMs);
