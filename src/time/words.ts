import { dayMs, hourMs, minuteMs, parseInstant, secondMs, type EpochMs } from '../domain';
import { readWall, type WallTime } from './zone';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const pad = (value: number): string => String(value).padStart(2, '0');

/** `09:00:00` */
const writeClock = ({ hour, minute, second }: WallTime): string => `${pad(hour)}:${pad(minute)}:${pad(second)}`;

/** `18 Nov` */
export const writeDay = ({ day, month }: WallTime): string => `${day} ${months[month - 1] ?? ''}`;

/** `18 Nov 2026 09:00:00 UTC`: an instant in full, always with its zone. */
export const writeInstant = (at: EpochMs, zone = 'UTC'): string => {
  const wall = readWall(zone, at);
  return `${writeDay(wall)} ${wall.year} ${writeClock(wall)}${zone === 'UTC' ? ' UTC' : ` in ${zone}`}`;
};

/** A sentence of a rule with its instants as they stand beside it; not what is in quotes, which is to be typed. */
export const spellInstants = (sentence: string): string =>
  sentence.replace(/(?<!["'\w-])\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z(?![\w"'])/g, (text) => {
    const at = parseInstant(text);
    return at === undefined ? text : writeInstant(at);
  });

/** `18 Nov 09:00`: an instant beside others whose zone is told. With seconds where they are not zero. */
export const writeShort = (at: EpochMs, zone = 'UTC'): string => {
  const wall = readWall(zone, at);
  const clock = writeClock(wall);
  return `${writeDay(wall)} ${wall.second === 0 ? clock.slice(0, 5) : clock}`;
};

/** The time in a zone, with the day where it is another one than that of UTC. */
export const writeInZone = (at: EpochMs, zone: string): string => {
  const [wall, utc] = [readWall(zone, at), readWall('UTC', at)];
  const day = wall.day === utc.day ? '' : `${writeDay(wall)} `;
  return `${day}${writeClock(wall)} in ${zone}`;
};

/** `2026-11-18 09:00:00`: what a field of a form shows, in the zone that stands beside it. */
export const writeField = (at: EpochMs, zone: string): string => {
  const wall = readWall(zone, at);
  const fraction = at % 1000 === 0 ? '' : `.${String(((at % 1000) + 1000) % 1000).padStart(3, '0')}`;
  return `${wall.year}-${pad(wall.month)}-${pad(wall.day)} ${writeClock(wall)}${fraction}`;
};

const units = [
  [dayMs, 'day'],
  [hourMs, 'h'],
  [minuteMs, 'min'],
  [secondMs, 's'],
] as const;

/** A length of time for people, in at most two units: `2 days 3 h`, `5 h 30 min`, `41 min`, `8 s`. */
export const writeLength = (ms: number): string => {
  let left = Math.max(0, Math.round(ms / secondMs) * secondMs);
  const words: string[] = [];
  for (const [size, unit] of units) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0) words.push(`${count} ${unit === 'day' && count > 1 ? 'days' : unit}`);
    else if (words.length > 0) break;
    if (words.length === 2 || (words.length === 1 && size === dayMs && count >= 3)) break;
  }
  return words.length === 0 ? '0 s' : words.join(' ');
};

/** `2 days ago`, `in 3 h`, `now`. */
export const writeAge = (at: EpochMs, now: EpochMs): string => {
  const ms = now - at;
  if (Math.abs(ms) < secondMs) return 'now';
  const [length] = writeLength(Math.abs(ms)).split(/(?<=^\S+ \S+) /);
  return ms > 0 ? `${length} ago` : `in ${length}`;
};

/** How long a restore may take; a simulator may make everything at once. */
export const writeRestore = (seconds: number): string =>
  seconds < 1 ? 'at once, in this simulation' : `about ${writeLength(seconds * 1000)} (estimate)`;
