import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, json, jsonObject, list, text } from './fields';
import { DELETE, GET, POST, PUT, operation } from './operation';
import { notRunning } from './refusals';
import { newPassword } from './users';

const databases = '/v1/project/{project}/service/{service}/clickhouse/db';
const users = '/v1/project/{project}/service/{service}/clickhouse/user';

/** A user as ClickHouse knows it: roles and privileges are given by SQL. */
const user = once(() =>
  atLeast({
    uuid: z.string(),
    name: z.string(),
    /** Absent in the list. */
    password: z.exactOptional(z.string()),
    required: z.boolean(),
    roles: list(jsonObject),
    privileges: list(jsonObject),
  }),
);

export type ClickHouseUserBody = z.infer<ReturnType<typeof user>>;

/** Operations on the databases and users of a ClickHouse, which other types have under other paths. */
export const clickHouseOperations = {
  ServiceClickHouseDatabaseList: operation({
    ...GET(databases),
    summary: 'Lists the databases of a ClickHouse.',
    answer: () =>
      atLeast({ databases: list(atLeast({ name: z.string(), engine: z.string(), required: z.boolean() })) }),
    refuses: ['type_unsuitable'],
  }),

  ServiceClickHouseDatabaseCreate: operation({
    ...POST(databases),
    summary: 'Makes a database of a ClickHouse.',
    body: () => z.strictObject({ database: text }),
    refuses: ['database_already_exists', 'name_invalid', 'type_unsuitable', ...notRunning],
  }),

  ServiceClickHouseDatabaseDelete: operation({
    ...DELETE('/v1/project/{project}/service/{service}/clickhouse/db/{database}'),
    summary: 'Deletes a database of a ClickHouse with all its rows.',
    refuses: ['type_unsuitable', ...notRunning],
  }),

  ServiceClickHouseUserList: operation({
    ...GET(users),
    summary: 'Lists the users of a ClickHouse, without passwords.',
    answer: () => atLeast({ users: list(user()) }),
    refuses: ['type_unsuitable'],
  }),

  ServiceClickHouseUserCreate: operation({
    ...POST(users),
    summary: 'Makes a user of a ClickHouse, with the password that is asked for, or one that is drawn.',
    body: () => z.strictObject({ name: text, password: newPassword() }),
    answer: () => atLeast({ user: user() }),
    refuses: ['name_invalid', 'secrets_sealed', 'type_unsuitable', 'user_already_exists', ...notRunning],
  }),

  ServiceClickHouseUserDelete: operation({
    ...DELETE('/v1/project/{project}/service/{service}/clickhouse/user/{user}'),
    summary: 'Deletes a user of a ClickHouse.',
    refuses: ['type_unsuitable', 'user_is_administrator', ...notRunning],
  }),

  ServiceClickHousePasswordReset: operation({
    ...PUT('/v1/project/{project}/service/{service}/clickhouse/user/{user}/password'),
    summary: 'Gives a user of a ClickHouse the password that is asked for; null: one that is drawn.',
    body: () => z.strictObject({ password: newPassword() }),
    answer: () => atLeast({ password: z.string() }),
    refuses: ['secrets_sealed', 'type_unsuitable', ...notRunning],
  }),

  ServiceClickHouseQuery: operation({
    ...POST('/v1/project/{project}/service/{service}/clickhouse/query'),
    summary:
      'Runs a statement about roles and grants, or reads them from the system tables; no other SQL is simulated.',
    body: () => z.strictObject({ database: text, query: text }),
    answer: () =>
      atLeast({
        meta: list(atLeast({ name: z.string(), type: z.string() })),
        data: list(list(json)),
        summary: jsonObject,
      }),
    refuses: ['operation_not_simulated', 'type_unsuitable', ...notRunning],
  }),
};
