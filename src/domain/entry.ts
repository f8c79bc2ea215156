import * as z from 'zod/mini';
import { parseInstant } from './instant-text';
import type { JsonValue } from './json';
import { toRfc3339, type EpochMs } from './time';

/** An instant: RFC 3339 in a file, milliseconds inside. */
export const Instant = z.codec(z.string().check(z.meta({ format: 'date-time' })), z.number(), {
  decode: (text, context): EpochMs => {
    const at = parseInstant(text);
    if (at !== undefined) return at;
    context.issues.push({
      code: 'custom',
      input: text,
      message: 'not an instant in RFC 3339, such as 2026-11-20T08:00:00Z',
    });
    return z.NEVER;
  },
  encode: toRfc3339,
});

/** An instant, or null. */
export const MaybeInstant = z.nullable(Instant);

/** Any JSON. */
export const Json: z.ZodMiniType<JsonValue, JsonValue> = z.json();

/** A list that nobody changes. */
export const list = <Item extends z.ZodMiniType>(
  item: Item,
): z.ZodMiniType<readonly z.output<Item>[], readonly z.input<Item>[]> => z.array(item);

type Fixed = z.core.$strict;

/** An object of these fields and no others, that nobody changes. */
export const entry = <Shape extends z.core.$ZodShape>(
  shape: Shape,
): z.ZodMiniType<
  Readonly<z.core.$InferObjectOutput<Shape, Fixed['out']>>,
  Readonly<z.core.$InferObjectInput<Shape, Fixed['in']>>
> => z.strictObject(shape);
