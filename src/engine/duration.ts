import { dayMs, hourMs, minuteMs, secondMs } from '../domain';

const units = [
  ['d', dayMs],
  ['h', hourMs],
  ['m', minuteMs],
  ['s', secondMs],
] as const;

/** A duration as `parseDurationMs` reads it: the largest unit that divides it, such as `3s`, `90m`, `250ms`. Rounded up to 1 ms. */
export const formatDuration = (durationMs: number): string => {
  const whole = Math.max(0, Math.ceil(durationMs));
  const unit = units.find(([, ms]) => whole > 0 && whole % ms === 0);
  return unit === undefined ? `${whole}ms` : `${whole / unit[1]}${unit[0]}`;
};
