import { counted } from './counted';
import { dayMs, hourMs, minuteMs, toRfc3339, type EpochMs } from './time';

/** The exact instant, and the same for people where now is known: `2026-12-04T03:29:59.999Z (4 Dec 03:30 UTC, in 7 days)`. Never throws. */
export const instantSeen = (at: EpochMs, now: EpochMs | null | undefined): string =>
  now === null || now === undefined ? toRfc3339(at) : `${toRfc3339(at)} (${instantWords(at, now)})`;

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
  if (length < minuteMs / 2) return 'now';
  const [size, unit] =
    length >= 2 * dayMs
      ? ([dayMs, 'day'] as const)
      : length >= 2 * hourMs
        ? ([hourMs, 'hour'] as const)
        : ([minuteMs, 'minute'] as const);
  const words = counted(Math.round(length / size), unit);
  return ms < 0 ? `${words} ago` : `in ${words}`;
};
