import * as z from 'zod/mini';

/** Fields that several bodies share. Lengths are bounds against abuse; the registry decides what a name may be. */
export const text = z.string().check(z.maxLength(1024));
export const maybeText = z.optional(z.nullable(text));
export const jsonObject = z.record(z.string(), z.json());
export const tags = z.record(z.string(), z.string());

/** Fields that the vendor's clients send with a value that changes nothing. Any other value is not simulated. */
export const emptyList = z.optional(z.array(z.unknown()).check(z.maxLength(0)));

/** A span that ends now. @default hour */
export const period = z.optional(z.enum(['hour', 'day', 'week', 'month', 'year']));

/** A whole number from 0 to `max` in a query, as text. */
export const wholeText = (max: number) =>
  z.optional(
    z.string().check(
      z.regex(/^\d{1,10}$/),
      z.refine((value) => Number(value) <= max, `expected at most ${max}`),
    ),
  );
