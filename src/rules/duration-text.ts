import { counted, dayMs, hourMs, minuteMs, secondMs } from '../domain';

const units = [
  ['day', dayMs],
  ['hour', hourMs],
  ['minute', minuteMs],
  ['second', secondMs],
] as const;

/** A length of time in its two largest units, rounded down, such as `4 hours 30 minutes`; below a second in milliseconds. */
export const durationText = (lengthMs: number): string => {
  const counts = units.map(([unit, unitMs], index) => {
    const larger = units[index - 1]?.[1];
    return { unit, count: Math.floor((larger === undefined ? lengthMs : lengthMs % larger) / unitMs) };
  });
  const first = counts.findIndex(({ count }) => count > 0);
  if (first < 0) return `${lengthMs} milliseconds`;
  return counts
    .slice(first, first + 2)
    .filter(({ count }) => count > 0)
    .map(({ unit, count }) => counted(count, unit))
    .join(' ');
};
