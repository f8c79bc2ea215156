import * as z from 'zod/mini';
import { parseDurationMs, parseInstant, type EpochMs } from '../../domain';

const relativePattern = /^-((?:\d+(?:\.\d+)?(?:ms|s|m|h|d|w))+)$/;

const isStoryInstant = (text: string): boolean =>
  text === 'now' || relativePattern.test(text) || parseInstant(text) !== undefined;

/**
 * An instant in a world file: `now`, a span before it such as `-30d` or `-2d6h`, or RFC 3339.
 * @example storyInstantAt('-2d6h', now) === now - 54 * 3_600_000
 */
export const StoryInstant = z
  .string()
  .check(
    z.refine(isStoryInstant, 'expected "now", a span before it such as "-30d" or "-2d6h", or an instant in RFC 3339'),
  );

/** The instant that a moment means in a world that ends at `now`. Never throws for a moment that was parsed. */
export const storyInstantAt = (text: string, now: EpochMs): EpochMs => {
  if (text === 'now') return now;
  const spans = relativePattern.exec(text)?.[1];
  return spans === undefined ? Date.parse(text) : now - spanMs(spans);
};

/** A span of time in a world file, such as `1d` or `6h30m`; longer than nothing. */
export const Span = z
  .string()
  .check(
    z.refine((text) => relativePattern.test(`-${text}`) && spanMs(text) > 0, 'expected a span such as "1d" or "6h30m"'),
  );

/** Milliseconds of a span that was parsed. */
export const spanMs = (text: string): number =>
  (text.match(/\d+(?:\.\d+)?(?:ms|s|m|h|d|w)/g) ?? []).reduce((sum, part) => sum + (parseDurationMs(part) ?? 0), 0);
