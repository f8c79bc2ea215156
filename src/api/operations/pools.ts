import * as z from 'zod/mini';
import { once } from '../../domain';
import { maybeText, text } from './fields';
import { operation } from './operation';

const size = once(() => z.optional(z.int().check(z.minimum(1), z.maximum(10_000))));
const mode = once(() => z.optional(z.enum(['session', 'statement', 'transaction'])));

export const poolCreate = operation({
  id: 'ServicePGBouncerCreate',
  method: 'POST',
  path: '/v1/project/{project}/service/{service}/connection_pool',
  needs: 'write',
  summary: 'Makes a connection pool.',
  body: () =>
    z.strictObject({
      pool_name: text,
      database: text,
      username: maybeText,
      pool_size: size(),
      pool_mode: mode(),
    }),
});

export const poolUpdate = operation({
  id: 'ServicePGBouncerUpdate',
  method: 'PUT',
  path: '/v1/project/{project}/service/{service}/connection_pool/{pool}',
  needs: 'write',
  summary: 'Changes a connection pool; what is left out stays.',
  body: () => z.strictObject({ database: z.optional(text), username: maybeText, pool_size: size(), pool_mode: mode() }),
});

export const poolDelete = operation({
  id: 'ServicePGBouncerDelete',
  method: 'DELETE',
  path: '/v1/project/{project}/service/{service}/connection_pool/{pool}',
  needs: 'write',
  summary: 'Deletes a connection pool.',
});

/** Operations on connection pools. */
export const poolOperations = [poolCreate, poolUpdate, poolDelete] as const;
