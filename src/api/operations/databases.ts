import * as z from 'zod/mini';
import { once } from '../../domain';
import { text } from './fields';
import { operation } from './operation';

const collection = '/v1/project/{project}/service/{service}/db';

export const databaseList = operation({
  id: 'ServiceDatabaseList',
  method: 'GET',
  path: collection,
  needs: 'read',
  summary: 'Lists the databases of a service.',
});

const onlyCollation = once(() => z.optional(z.literal('en_US.UTF-8')));

export const databaseCreate = operation({
  id: 'ServiceDatabaseCreate',
  method: 'POST',
  path: collection,
  needs: 'write',
  summary: 'Makes a database.',
  body: () => z.strictObject({ database: text, lc_collate: onlyCollation(), lc_ctype: onlyCollation() }),
});

export const databaseDelete = operation({
  id: 'ServiceDatabaseDelete',
  method: 'DELETE',
  path: '/v1/project/{project}/service/{service}/db/{database}',
  needs: 'write',
  summary: 'Deletes a database with all its rows.',
});

/** Operations on databases. */
export const databaseOperations = [databaseList, databaseCreate, databaseDelete] as const;
