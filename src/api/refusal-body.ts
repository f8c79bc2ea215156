import * as z from 'zod/mini';
import { once } from '../domain';
import { atLeast, list } from './operations/fields';

/** The body of every answer that is not 2xx, in the vendor's shape. @see API reference, error shape (read 2026-11-20) */
export const refusalBody = once(() =>
  atLeast({
    message: z.string(),
    errors: list(
      atLeast({
        message: z.string(),
        status: z.int(),
        error_code: z.string(),
        predicted_by: z.exactOptional(list(z.string())),
        more_info: z.exactOptional(z.string()),
      }),
    ),
  }),
);

export type RefusalBody = z.infer<ReturnType<typeof refusalBody>>;
