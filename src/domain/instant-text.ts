import type { EpochMs } from './time';

/** Bound once: a snapshot has tens of thousands of instants. NaN for what is no date. */
const millisecondsOf = Date.parse;

const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/**
 * The instant that a value of a file means: RFC 3339 with a zone, from 1970 on; undefined for anything else.
 * The plain form in UTC is told by its length, because a pattern is slow on each.
 */
export const parseInstant = (value: unknown): EpochMs | undefined => {
  if (typeof value !== 'string') return undefined;
  if (!(value.length === 20 && value.endsWith('Z')) && !instantPattern.test(value)) return undefined;
  const at = millisecondsOf(value);
  return at >= 0 && isCalendarDay(value) ? at : undefined;
};

/** Whether a text that begins with a date, which can be read, names a day that there is: JavaScript takes 30 February for 2 March. */
export const isCalendarDay = (text: string): boolean => {
  const day = text.slice(0, 10);
  return day.slice(8) <= '28' || new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
};
