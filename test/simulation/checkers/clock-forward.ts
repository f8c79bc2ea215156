import type { Checker } from '../observation';

/** The registry's clock goes forward; after the wall clock was set back only the log bounds it, since reading leaves no trace. */
export const clockForward: Checker = ({ now, before }) =>
  now < before.now ? `the clock went back from ${before.now} to ${now}` : undefined;
