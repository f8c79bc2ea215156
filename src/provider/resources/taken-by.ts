import * as z from 'zod/mini';
import { type ResourceOperationId, resourceOperations } from '../../api';
import { schemaFault } from '../../domain';
import type { Validator } from '../protocol';

/** The value is one that a request takes in its field, by the bounds of the operation's own declaration. A secret is not repeated. */
export const takenBy =
  (operation: ResourceOperationId, field: string): Validator =>
  (value) => {
    const body = resourceOperations[operation].body();
    const inner = body instanceof z.ZodMiniNullable ? body.def.innerType : body;
    const schema = inner instanceof z.ZodMiniObject ? inner.shape[field] : undefined;
    const result = schema && z.safeParse(schema, value);
    if (result === undefined || result.success) return undefined;
    return {
      summary: 'Value is outside the bounds of the registry',
      detail: `${schemaFault(result.error, field).replace(/, got nothing$/, '')}.`,
    };
  };
