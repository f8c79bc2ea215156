import { dayMs, hourMs, minuteMs, secondMs } from '../../domain';

/** The steps of the periods of the lag report. */
const everyMs = {
  hour: 30 * secondMs,
  day: 5 * minuteMs,
  week: 30 * minuteMs,
  month: 3 * hourMs,
  year: dayMs,
} as const;

type Resolution = keyof typeof everyMs;

const finestFirst = ['hour', 'day', 'week', 'month', 'year'] as const satisfies readonly Resolution[];

/** Points of a chart that is not told its resolution, and most of any. */
const usualPoints = 500;
export const mostPoints = 2_000;

/** The resolution that is asked for, or the finest that gives no more points than a chart shows; and how many points that are. */
export const chooseResolution = (lengthMs: number, asked: Resolution | undefined) => {
  const count = (resolution: Resolution): number => Math.floor(lengthMs / everyMs[resolution]) + 1;
  const resolution = asked ?? finestFirst.find((one) => count(one) <= usualPoints) ?? 'year';
  return { resolution, everyMs: everyMs[resolution], points: count(resolution) };
};
