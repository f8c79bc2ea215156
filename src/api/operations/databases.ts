import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, list, text } from './fields';
import { DELETE, GET, POST, operation } from './operation';
import { expectationQuery } from './owners';
import { notRunning } from './refusals';

const collection = '/v1/project/{project}/service/{service}/db';

/** Operations on databases. */
export const databaseOperations = {
  ServiceDatabaseList: operation({
    ...GET(collection),
    summary: 'Lists the databases of a service.',
    answer: () => atLeast({ databases: list(atLeast({ database_name: z.string() })) }),
    refuses: ['databases_unsupported'],
  }),

  ServiceDatabaseCreate: operation({
    ...POST(collection),
    summary: 'Makes a database. With `expect_…`, only in the service that is meant.',
    query: expectationQuery,
    body: () => z.strictObject({ database: text, lc_collate: locale(), lc_ctype: locale() }),
    refuses: [
      'database_already_exists',
      'databases_unsupported',
      'name_invalid',
      'service_not_as_expected',
      ...notRunning,
    ],
  }),

  ServiceDatabaseDelete: operation({
    ...DELETE('/v1/project/{project}/service/{service}/db/{database}'),
    summary: 'Deletes a database with all its rows. With `expect_…`, only in the service that is meant.',
    query: expectationQuery,
    refuses: ['databases_unsupported', 'service_not_as_expected', ...notRunning],
  }),
};

/** Free text for the vendor; nothing here sorts or classifies characters. */
const locale = once(() => z.exactOptional(z.string().check(z.maxLength(128))));
