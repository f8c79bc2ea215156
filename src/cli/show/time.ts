import type { EpochMs } from '../../domain';
import { dayMs, hourMs, minuteMs, parseRecoveryTime, secondMs } from '../../domain';

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

/** An instant of an answer, with how long ago it was, or how long it takes until then. */
export const instantText = (text: string, now: string | undefined): string => {
  const at = parseRecoveryTime(text)?.at;
  const from = now === undefined ? undefined : parseRecoveryTime(now)?.at;
  if (at === undefined || from === undefined) return text;
  return `${text} (${agoText(at, from)})`;
};

/** `2 h ago`, `in 5 min`, `now`. */
export const agoText = (at: EpochMs, now: EpochMs): string => {
  if (Math.abs(now - at) < secondMs) return 'now';
  return at < now ? `${lengthText(now - at)} ago` : `in ${lengthText(at - now)}`;
};

/** What a recovery point loses of what was written, in minutes. */
export const lossText = (minutes: number): string =>
  minutes === 0 ? 'loses nothing' : `loses ${minutes} minute${minutes === 1 ? '' : 's'}`;
