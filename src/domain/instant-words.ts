import { dayMs, hourMs, minuteMs, type EpochMs } from './time';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** An instant for people, to the nearest minute, seen from now: `4 Dec 03:30 UTC, in 7 days`. Never throws. */
export const instantWords = (at: EpochMs, now: EpochMs): string => {
  const date = new Date(Math.round(at / minuteMs) * minuteMs);
  const clock = date.toISOString().slice(11, 16);
  const year = date.getUTCFullYear() === new Date(now).getUTCFullYear() ? '' : ` ${date.getUTCFullYear()}`;
  return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''}${year} ${clock} UTC, ${away(at - now)}`;
};

const away = (ms: number): string => {
  const length = Math.abs(ms);
  const [size, unit] =
    length >= 2 * dayMs
      ? ([dayMs, 'day'] as const)
      : length >= 2 * hourMs
        ? ([hourMs, 'hour'] as const)
        : ([minuteMs, 'minute'] as const);
  const count = Math.round(length / size);
  const words = `${count} ${unit}${count === 1 ? '' : 's'}`;
  return ms < 0 ? `${words} ago` : `in ${words}`;
};
