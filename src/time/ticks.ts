import { dayMs, hourMs, minuteMs, type EpochMs } from '../domain';
import { writeDay } from './words';
import { readWall } from './zone';
import { placeAt, type View } from './view';

/** A line across the axis with the time above it. */
export interface Tick {
  readonly at: EpochMs;
  readonly x: number;
  readonly label: string;
}

const stepsMs = [1, 2, 5, 10, 30]
  .map((count) => count * minuteMs)
  .concat([1, 2, 3, 6, 12].map((count) => count * hourMs))
  .concat([1, 2, 7, 14, 28].map((count) => count * dayMs));

/** Least room between two ticks, in pixels. */
const leastRoom = 58;

/** The time between two ticks: the finest that leaves room for what stands above them. */
export const chooseStepMs = ({ from, to, width }: View): number => {
  const least = ((to - from) / width) * leastRoom;
  return stepsMs.find((step) => step >= least) ?? 28 * dayMs * Math.ceil(least / (28 * dayMs));
};

/** The ticks of a view, in UTC: midnights where they are days, whole hours and minutes below. */
export const layOutTicks = (view: View): readonly Tick[] => {
  const step = chooseStepMs(view);
  const first = Math.ceil(view.from / step) * step;
  const count = Math.max(0, Math.floor((view.to - first) / step) + 1);
  return Array.from({ length: count }, (_, index) => {
    const at = first + index * step;
    const before = index === 0 ? undefined : at - step;
    return { at, x: placeAt(view, at), label: writeTick(at, before, index === count - 1 && step >= dayMs) };
  });
};

/** The day with its month first, last and where the month begins; else the day alone, and below days the time of day. */
const writeTick = (at: EpochMs, before: EpochMs | undefined, isLastDay: boolean): string => {
  const wall = readWall('UTC', at);
  const earlier = before === undefined ? undefined : readWall('UTC', before);
  const isMidnight = at % dayMs === 0;
  if (earlier === undefined || earlier.month !== wall.month || isLastDay) {
    return isMidnight ? writeDay(wall) : `${writeDay(wall)} ${clock(wall)}`;
  }
  if (!isMidnight) return clock(wall);
  return at - (before ?? at) < dayMs ? writeDay(wall) : String(wall.day);
};

const clock = ({ hour, minute }: { readonly hour: number; readonly minute: number }): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
