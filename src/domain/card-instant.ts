import * as z from 'zod/mini';
import { parseInstant } from './instant-text';

/** A card keeps its instants as they are written: RFC 3339 in UTC. */
export const cardInstant = z.string().check(
  z.refine((value) => parseInstant(value) !== undefined, 'not an instant in RFC 3339'),
  z.meta({ format: 'date-time' }),
);
