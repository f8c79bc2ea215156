import type { Checker } from '../observation';

/** The log only grows: what stood in it stands there unchanged. */
export const logGrows: Checker = ({ log, before }) => {
  if (log.length < before.log.length) return `the log shrank from ${before.log.length} to ${log.length} events`;
  const changed = before.log.findIndex((envelope, index) => JSON.stringify(envelope) !== JSON.stringify(log[index]));
  return changed === -1 ? undefined : `event ${changed} of the log was changed`;
};
