import * as z from 'zod/mini';
import { Json as json, list, type JsonObject } from '../../domain';

export { json, list };

/** Fields that several bodies share. Lengths are bounds against abuse; the registry decides what a name may be. */
export const text = z.string().check(z.maxLength(1024));
export const maybeText = z.exactOptional(z.nullable(text));
export const jsonObject: z.ZodMiniType<JsonObject, JsonObject> = z.record(z.string(), json);
export const tags = z.record(z.string(), z.string());

/** Contact addresses; the vendor allows ten. */
export const techEmails = z.array(z.strictObject({ email: z.string().check(z.maxLength(254)) })).check(z.maxLength(10));

/** A span that ends now. @default hour */
export const period = z.exactOptional(z.enum(['hour', 'day', 'week', 'month', 'year']));

/** A whole number from 0 to `max` in a query, as text. */
export const wholeText = (max: number) =>
  z.exactOptional(
    z.string().check(
      z.regex(/^\d{1,10}$/),
      z.refine((value) => Number(value) <= max, `expected at most ${max}`),
      z.describe(`A whole number, at most ${max}.`),
    ),
  );

/** Most entries of one page are a thousand: clients of the vendor add a limit of 999 to every request. */
export const pageLimit = () =>
  z.exactOptional(
    z.string().check(z.regex(/^([1-9]\d{0,2}|1000)$/), z.describe('A whole number from 1 to 1000, 100 unless given.')),
  );

/** Where a page begins. */
export const cursor = z.exactOptional(z.string().check(z.maxLength(2_048), z.describe('`next` of the page before.')));

/**
 * An object of an answer, with at least these fields. Others pass through, so the answers of the vendor and of later releases are
 * read too; nobody here reads them.
 */
export const atLeast = <Shape extends z.core.$ZodShape>(shape: Shape) => {
  const known = z.object(shape);
  return known.clone({ ...known._zod.def, catchall: z.unknown() });
};

/** Fields of answers. */
export const nullableText = z.nullable(z.string());
export const texts = list(z.string());
