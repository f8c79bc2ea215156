import { minuteMs, type EpochMs } from '../domain';

/** What a clock on a wall shows, in some zone. Months from 1. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

const formatIn = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
};

/** Whether this machine knows a zone of this name. */
export const isZone = (name: string): boolean => {
  try {
    formatIn(name);
    return true;
  } catch {
    return false;
  }
};

/** What the clocks of a zone show at an instant. UTC is shown everywhere, and costs no table of zones. */
export const readWall = (zone: string, at: EpochMs): WallTime => (zone === 'UTC' ? readUtc(at) : readZoned(zone, at));

const readUtc = (at: EpochMs): WallTime => {
  const date = new Date(at);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
};

const readZoned = (zone: string, at: EpochMs): WallTime => {
  const parts = new Map(
    formatIn(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)] as const),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
};

const asUtc = ({ year, month, day, hour, minute, second }: WallTime): EpochMs =>
  Date.UTC(year, month - 1, day, hour, minute, second);

/** How far the clocks of a zone are ahead of UTC at that instant, in milliseconds: that date's offset, not today's. */
export const readOffset = (zone: string, at: EpochMs): number =>
  asUtc(readWall(zone, at)) - Math.floor(at / 1000) * 1000;

const longestOffsetMs = 26 * 60 * minuteMs;

/** Every instant at which the clocks of a zone show this: none where they are put forward, two where they are put back. */
export const findInstants = (zone: string, wall: WallTime): readonly EpochMs[] => {
  const utc = asUtc(wall);
  const offsets = [-longestOffsetMs, 0, longestOffsetMs].map((away) => readOffset(zone, utc + away));
  const candidates = [...new Set(offsets)].map((offset) => utc - offset);
  return candidates.filter((at) => asUtc(readWall(zone, at)) === utc).sort((a, b) => a - b);
};

/** An offset as people write it: `UTC+02:00`. */
export const writeOffset = (offsetMs: number): string => {
  const minutes = Math.abs(Math.round(offsetMs / minuteMs));
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `UTC${offsetMs < 0 ? '−' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
};
