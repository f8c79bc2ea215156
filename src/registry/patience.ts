import type { Clock } from '../domain';
import { StoreBusyError } from './store/errors';

/** How one waits for others without standing still: everything else goes on meanwhile. */
export interface Patience {
  readonly pause: (ms: number) => Promise<void>;
  /** Pauses of a machine that is at its limit last longer than they are asked for. */
  readonly wallClock: Clock;
  /** After so many milliseconds it is given up. @default 25000 */
  readonly longestWaitMs?: number;
}

/** Milliseconds between one look at a lock and the next; then always the last of them. */
const pausesMs = [1, 2, 5, 10, 20, 50];

/**
 * Does work that others may keep from its store, which does not wait by itself, as often as that takes. Work that met a lock has left
 * nothing, so it is done from its beginning. @throws StoreBusyError once its time is over, and what else the work throws
 */
export const patiently = async <T>(
  work: () => T | Promise<T>,
  { pause, wallClock, longestWaitMs = 25_000 }: Patience,
): Promise<T> => {
  const startedAt = wallClock.now();
  let waitedMs = 0;
  for (let looks = 0; ; looks += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreBusyError)) throw error;
      if (waitedMs >= longestWaitMs) throw error.after(waitedMs);
    }
    const pauseMs = pausesMs[Math.min(looks, pausesMs.length - 1)] ?? 0;
    await pause(pauseMs);
    waitedMs = Math.max(waitedMs + pauseMs, wallClock.now() - startedAt);
  }
};
