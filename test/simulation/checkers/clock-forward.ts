import type { Checker } from '../observation';

/** The registry's clock never goes back for one process, whatever the wall clock does. Reading leaves no trace for another. */
export const clockForward: Checker = ({ now, before }) =>
  now < before.now ? `the clock went back from ${before.now} to ${now}` : undefined;
