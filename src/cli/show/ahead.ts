import { minuteMs, type EpochMs } from '../../domain';
import { lengthText } from './time';

/**
 * How far a registry's clock that goes with real time is ahead of this machine's, in brackets; nothing when it is not, by more than a
 * minute: it was advanced, or written to by a machine whose clock was ahead.
 */
export const aheadText = ({ mode, now }: { readonly mode: string; readonly now: string }, here: EpochMs): string => {
  const aheadMs = Date.parse(now) - here;
  return mode === 'real' && aheadMs > minuteMs
    ? ` (${lengthText(Math.round(aheadMs / minuteMs) * minuteMs)} ahead of this machine)`
    : '';
};
