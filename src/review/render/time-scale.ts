import type { CardFork } from '../../domain';

/** A time line: its two ends, and where an instant lies between them. */
export interface TimeScale {
  readonly from: string;
  readonly to: string;
  /** 0 at the beginning, 1 at the end. */
  readonly placeOf: (instant: string) => number;
}

/** The scale that shows every window of a fork, its recovery point and now; undefined: there is no window to show. */
export const makeTimeScale = ({ windows, point }: CardFork, now: string | null): TimeScale | undefined => {
  const shown: string[] = [];
  for (const { earliest, latest } of windows) {
    if (earliest !== null) shown.push(earliest);
    if (latest !== null) shown.push(latest);
  }
  if (shown.length === 0) return undefined;
  if (point.at !== null) shown.push(point.at);
  if (now !== null) shown.push(now);
  const times = shown.map((at) => Date.parse(at));
  const [start, end] = [Math.min(...times), Math.max(...times)];
  const [from = '', to = ''] = [shown[times.indexOf(start)], shown[times.indexOf(end)]];
  const length = end - start;
  return { from, to, placeOf: (instant) => (length === 0 ? 0 : (Date.parse(instant) - start) / length) };
};
