import { parseRecoveryTime, type RecoveryTime } from './recovery';
import { dayMs, parseDurationMs, toRfc3339, type EpochMs } from './time';

/** How people may say a time where they are asked for one, for messages. */
export const timesSaid = '"2h ago", "yesterday 10:00" or "yesterday 10:00 +02:00"';

/**
 * Reads a time as people say it, seen from now: a length of time `ago`, or a time of day `today`, `yesterday` or `3 days ago`, in UTC or
 * at the offset that is given. Only where somebody is asked: what is stored would mean another instant each time that it is read.
 * `text` is the instant written out; `zoned` is false for a time of day without a zone. Undefined for anything else, and before 1970.
 * @example parseTimeSaid('2h ago', now)?.at === now - 2 * hourMs
 */
export const parseTimeSaid = (said: string, now: EpochMs): RecoveryTime | undefined => {
  const words = said.trim().toLowerCase().replace(/\s+/g, ' ');
  return parseAgo(words, now) ?? parseTimeOfDay(words, now);
};

const agoPattern = /^((?:\d+(?:\.\d+)? ?[a-z]+ ?)+) ago$/;
const lengthPattern = /(\d+(?:\.\d+)?) ?([a-z]+)/g;
const unitPattern = /^(?:s|secs?|seconds?|m|mins?|minutes?|h|hours?|d|days?|w|weeks?)$/;

const parseAgo = (words: string, now: EpochMs): RecoveryTime | undefined => {
  const lengths = [...(agoPattern.exec(words)?.[1]?.matchAll(lengthPattern) ?? [])];
  if (lengths.length === 0) return undefined;
  const spans = lengths.map(([, count = '', unit = '']) =>
    unitPattern.test(unit) ? parseDurationMs(`${count}${unit.slice(0, 1)}`) : undefined,
  );
  const at = spans.reduce<number>((left, span) => left - (span ?? NaN), now);
  return at >= 0 ? { text: toRfc3339(at), at, zoned: true } : undefined;
};

const timeOfDayPattern =
  /^(?:(today)|(yesterday)|(\d{1,5}) ?d(?:ays?)? ago) (?:at )?(\d{1,2}:\d{2}(?::\d{2})?)(?: ?(utc|z|[+-]\d{2}(?::?\d{2})?))?$/;

const parseTimeOfDay = (words: string, now: EpochMs): RecoveryTime | undefined => {
  const [, today, yesterday, days, clock = '', zone] = timeOfDayPattern.exec(words) ?? [];
  const offset = zone === undefined || zone === 'utc' ? 'Z' : zone;
  const utc = parseRecoveryTime(`${midnight}${offset}`)?.at;
  if (clock === '' || utc === undefined) return undefined;
  const back = today === undefined ? (yesterday === undefined ? Number(days) : 1) : 0;
  const there = now + (Date.parse(`${midnight}Z`) - utc) - back * dayMs;
  if (there < 0) return undefined;
  const read = parseRecoveryTime(
    `${toRfc3339(there).slice(0, 10)}T${clock.padStart(clock.length < 6 ? 5 : 8, '0')}${offset}`,
  );
  return read && { text: toRfc3339(read.at), at: read.at, zoned: zone !== undefined };
};

/** Any day serves to read an offset. */
const midnight = '2000-01-01T00:00';
