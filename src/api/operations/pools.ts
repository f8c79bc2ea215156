import * as z from 'zod/mini';
import { maybeText, text } from './fields';
import { operation } from './operation';

export const poolCreate = operation({
  id: 'ServicePGBouncerCreate',
  method: 'POST',
  path: '/v1/project/{project}/service/{service}/connection_pool',
  needs: 'write',
  summary: 'Makes a connection pool.',
  body: z.strictObject({
    pool_name: text,
    database: text,
    username: maybeText,
    pool_size: z.optional(z.int().check(z.minimum(1), z.maximum(10_000))),
    pool_mode: z.optional(z.enum(['session', 'statement', 'transaction'])),
  }),
});

export const poolDelete = operation({
  id: 'ServicePGBouncerDelete',
  method: 'DELETE',
  path: '/v1/project/{project}/service/{service}/connection_pool/{pool}',
  needs: 'write',
  summary: 'Deletes a connection pool.',
});

/** Operations on connection pools. */
export const poolOperations = [poolCreate, poolDelete] as const;
