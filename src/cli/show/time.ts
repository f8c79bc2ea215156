import { dayMs, hourMs, instantSeen, minuteMs, parseInstant, secondMs } from '../../domain';

/** A length of time for people, in its one or two largest units: `3 d 4 h`, `12 min`, `0 s`. */
export const lengthText = (durationMs: number): string => {
  const units = [
    ['d', dayMs],
    ['h', hourMs],
    ['min', minuteMs],
    ['s', secondMs],
  ] as const;
  const first = units.findIndex(([, size]) => durationMs >= size);
  if (first < 0) return '0 s';
  let rest = durationMs;
  const parts = units.slice(first, first + 2).map(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return { count, unit };
  });
  return parts
    .filter(({ count }) => count > 0)
    .map(({ count, unit }) => `${count} ${unit}`)
    .join(' ');
};

/** An instant of an answer, and the same for people. */
export const instantText = (text: string, now: string | undefined): string => {
  const at = parseInstant(text);
  return at === undefined ? text : instantSeen(at, parseInstant(now));
};

/** What a recovery point loses of what was written. */
export const lossText = (minutes: number): string =>
  minutes === 0 ? 'loses nothing' : `loses ${lengthText(minutes * minuteMs)}`;
