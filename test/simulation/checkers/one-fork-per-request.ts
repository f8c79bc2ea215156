import { tokenOf } from '../observation';
import type { Checker } from '../observation';

/** A request that was sent again, because its answer was lost or by mistake, made one service. */
export const oneForkPerRequest: Checker = ({ log }) => {
  const made = new Set<string>();
  for (const envelope of log) {
    if (envelope.event.type === 'RowWritten') continue;
    const token = tokenOf(envelope);
    if (token === undefined) continue;
    if (made.has(token)) return `request ${token} made two services`;
    made.add(token);
  }
  return undefined;
};
