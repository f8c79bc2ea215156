/** An instant: milliseconds since 1970-01-01T00:00:00Z. The only form of time inside Forkcast; RFC 3339 outside. */
export type EpochMs = number;

/** Milliseconds in one second, minute, hour, day. */
export const secondMs = 1_000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** The last instant that RFC 3339 can write: 9999-12-31T23:59:59.999Z. Nothing happens after it. */
export const endOfTime: EpochMs = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** RFC 3339 in UTC, without the fraction when it is zero: `2026-11-20T08:00:00Z`. What would come after the end of time comes at it. */
export const toRfc3339 = (at: EpochMs): string => {
  const last = Math.floor(Math.min(at, endOfTime));
  const day = Math.floor(last / dayMs);
  const ms = last - day * dayMs;
  const fraction = ms % secondMs;
  const seconds = two(Math.floor(ms / secondMs) % 60);
  const time = `${two(Math.floor(ms / hourMs))}:${two(Math.floor(ms / minuteMs) % 60)}:${seconds}`;
  return `${writeDay(day)}T${time}${fraction === 0 ? '' : `.${String(fraction).padStart(3, '0')}`}Z`;
};

const two = (number: number): string => (number < 10 ? `0${number}` : String(number));

/** Lists write the same days thousands of times, and writing an instant by `Date` takes longer than all else of a backup. */
const writeDay = (day: number): string => {
  const known = writtenDays.get(day);
  if (known !== undefined) return known;
  const written = new Date(day * dayMs).toISOString().slice(0, -'T00:00:00.000Z'.length);
  if (writtenDays.size >= mostDays) writtenDays.clear();
  writtenDays.set(day, written);
  return written;
};

const writtenDays = new Map<number, string>();
const mostDays = 1_000;

const durationPattern = /^(\d+(?:\.\d+)?)(ms|s|m|h|d|w)$/;
const unitMs = { ms: 1, s: secondMs, m: minuteMs, h: hourMs, d: dayMs, w: 7 * dayMs } as const;

/** Reads a duration such as `3d`, `90m`, `1.5h`, `250ms`; whole milliseconds, or undefined when it is not one. */
export const parseDurationMs = (text: string): number | undefined => {
  const match = durationPattern.exec(text.trim());
  const unit = match?.[2];
  if (!match?.[1] || !unit || !(unit in unitMs)) return undefined;
  return Math.round(Number(match[1]) * unitMs[unit as keyof typeof unitMs]);
};
