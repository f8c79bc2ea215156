import { parseRecoveryTime, parseTimeSaid, timesSaid, type EpochMs } from '../../domain';
import { writeInstant, findInstants, readOffset, readWall, writeOffset, type WallTime } from '../../time';

/** What a time picker keeps: one instant, and the zone that it is shown in. */
export interface Picked {
  readonly at: EpochMs;
  readonly zone: string;
}

/** Another zone shows the same instant. */
export const changeZone = ({ at }: Picked, zone: string): Picked => ({ at, zone });

/** Another day, at the same time of day in the zone. Where clocks are put forward over it, the first instant after. */
export const changeDay = (
  { at, zone }: Picked,
  { year, month, day }: Pick<WallTime, 'year' | 'month' | 'day'>,
): Picked => {
  const wall = { ...readWall(zone, at), year, month, day };
  const fraction = ((at % 1000) + 1000) % 1000;
  return { zone, at: settle(zone, wall, readOffset(zone, at)) + fraction };
};

/** The instant that a wall time means: where it comes twice, the one with this offset; where it never comes, as far after the jump. */
const settle = (zone: string, wall: WallTime, offset: number): EpochMs => {
  const found = findInstants(zone, wall);
  const same = found.find((at) => readOffset(zone, at) === offset);
  const utc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  return same ?? found[0] ?? utc - readOffset(zone, utc - 26 * 3_600_000);
};

/** One of the instants at which the clocks of a zone show the same. */
interface Occurrence {
  readonly at: EpochMs;
  readonly words: string;
}

/** The two instants of the time that comes twice in the night in which clocks are put back; empty for all others. */
export const findOccurrences = ({ at, zone }: Picked): readonly Occurrence[] => {
  const fraction = ((at % 1000) + 1000) % 1000;
  const found = findInstants(zone, readWall(zone, at));
  if (found.length < 2) return [];
  return found.map((instant, index) => ({
    at: instant + fraction,
    words: `${index === 0 ? 'first' : 'second'} time, ${writeOffset(readOffset(zone, instant))}`,
  }));
};

/** What was typed: an instant, or why it is none. */
type Typed = { readonly kind: 'read'; readonly picked: Picked } | { readonly kind: 'unread'; readonly why: string };

/**
 * Reads what was typed or pasted, in any form that the registry takes, or as people say it, seen from now. What names no zone is meant in
 * the zone of the field; of a time that comes twice, the occurrence that is picked already, else the first.
 */
export const readTyped = (text: string, before: Picked, now: EpochMs): Typed => {
  const { zone } = before;
  const read = parseRecoveryTime(text.trim()) ?? readSaid(text, zone, now);
  if (read === undefined) {
    const example = `2026-11-18 09:00:00, 2026-11-18T09:00:00+01:00, ${timesSaid}`;
    return { kind: 'unread', why: `"${text.trim()}" is not a time. Write it like ${example}.` };
  }
  if (read.zoned || zone === 'UTC') return { kind: 'read', picked: { at: read.at, zone } };
  const wall = readWall('UTC', read.at);
  const found = findInstants(zone, wall);
  if (found.length === 0) {
    return { kind: 'unread', why: `${text.trim()} never comes in ${zone}: its clocks are put forward over it.` };
  }
  return { kind: 'read', picked: { zone, at: settle(zone, wall, readOffset(zone, before.at)) + (read.at % 1000) } };
};

/** Which day is yesterday is told by the clocks of the zone: a time of day is read on them, as if they showed UTC. */
const readSaid = (text: string, zone: string, now: EpochMs) => {
  const read = parseTimeSaid(text, now);
  return read?.zoned === false ? parseTimeSaid(text, now + readOffset(zone, now)) : read;
};

/** What can be restored: from one instant to another, both ends in it. */
interface Bounds {
  readonly earliest: EpochMs;
  readonly latest: EpochMs;
}

/** Why an instant cannot be restored, with the bound; undefined: it can. */
export const findBoundFault = (
  at: EpochMs,
  { earliest, latest }: Bounds,
  place: { readonly service: string; readonly location: string },
): string | undefined => {
  const what = `time that ${place.service} can be restored to in ${place.location}`;
  if (at < earliest) return `Before ${writeInstant(earliest)}, the earliest ${what}.`;
  return at > latest ? `After ${writeInstant(latest)}, the latest ${what}.` : undefined;
};
