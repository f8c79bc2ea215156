import * as z from 'zod/mini';
import { once } from '../../domain';
import { maybeText, text } from './fields';
import { DELETE, POST, PUT, operation } from './operation';
import { expectationQuery } from './owners';
import { notRunning } from './refusals';

const size = once(() => z.exactOptional(z.int().check(z.minimum(1), z.maximum(10_000))));
const mode = once(() => z.exactOptional(z.enum(['session', 'statement', 'transaction'])));

/** Operations on connection pools. */
export const poolOperations = {
  ServicePGBouncerCreate: operation({
    ...POST('/v1/project/{project}/service/{service}/connection_pool'),
    summary: 'Makes a connection pool. With `expect_…`, only in the service that is meant.',
    query: expectationQuery,
    body: () =>
      z.strictObject({
        pool_name: text,
        database: text,
        username: maybeText,
        pool_size: size(),
        pool_mode: mode(),
      }),
    refuses: [
      'database_not_found',
      'name_invalid',
      'pool_already_exists',
      'pools_unsupported',
      'service_not_as_expected',
      'user_not_found',
      ...notRunning,
    ],
  }),

  ServicePGBouncerUpdate: operation({
    ...PUT('/v1/project/{project}/service/{service}/connection_pool/{pool}'),
    summary: 'Changes a connection pool; what is left out stays. With `expect_…`, only in the service that is meant.',
    query: expectationQuery,
    body: () =>
      z.strictObject({ database: z.exactOptional(text), username: maybeText, pool_size: size(), pool_mode: mode() }),
    refuses: ['database_not_found', 'pools_unsupported', 'service_not_as_expected', 'user_not_found', ...notRunning],
  }),

  ServicePGBouncerDelete: operation({
    ...DELETE('/v1/project/{project}/service/{service}/connection_pool/{pool}'),
    summary: 'Deletes a connection pool. With `expect_…`, only in the service that is meant.',
    query: expectationQuery,
    refuses: ['pools_unsupported', 'service_not_as_expected', ...notRunning],
  }),
};

/** Body of ServicePGBouncerCreate. @default pool_size 10, pool_mode transaction */
export type ConnectionPoolCreateBody = z.infer<ReturnType<typeof poolOperations.ServicePGBouncerCreate.body>>;
