import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, list, text } from './fields';
import { DELETE, GET, POST, PUT, operation } from './operation';
import { expectationQuery } from './owners';
import { oneService, secretsQuery, user } from './service-answer';
import { notRunning } from './refusals';

const collection = '/v1/project/{project}/service/{service}/user';
const one = '/v1/project/{project}/service/{service}/user/{username}';

/** Absent: the registry draws one. */
export const newPassword = () => z.exactOptional(z.nullable(z.string().check(z.minLength(8), z.maxLength(256))));

/** The vendor's clients reset credentials without a body. */
export const resetBody = () => z.nullable(z.strictObject({ new_password: newPassword() }));

const names = () => z.exactOptional(z.nullable(list(text)));

/** What a user may do, by the settings of its type; an empty list is a value. @see go-client-codegen, AccessControlIn */
const accessControl = () =>
  z.exactOptional(
    z.strictObject({
      pg_allow_replication: z.exactOptional(z.nullable(z.boolean())),
      ...aclOf('valkey', ['categories', 'channels', 'commands', 'keys']),
      ...aclOf('redis', ['categories', 'channels', 'commands', 'keys']),
      ...aclOf('dragonfly', ['categories', 'commands', 'keys']),
    }),
  );

const aclOf = (type: string, parts: readonly string[]) =>
  Object.fromEntries(parts.map((part) => [`${type}_acl_${part}`, names()]));

const oneUser = once(() => atLeast({ user: user() }));

/** Operations on database users. */
export const userOperations = {
  ServiceUserCreate: operation({
    ...POST(collection),
    summary: 'Makes a database user. With `expect_…`, only in the service that is meant.',
    query: expectationQuery,
    body: () => z.strictObject({ username: text, access_control: accessControl() }),
    answer: oneUser,
    refuses: ['name_invalid', 'service_not_as_expected', 'user_already_exists', 'users_unsupported', ...notRunning],
  }),

  ServiceUserGet: operation({
    ...GET(one),
    summary:
      'Gives one database user. A read token gets its password as `<redacted>`, as `include_secrets=false` does.',
    query: secretsQuery,
    answer: oneUser,
  }),

  ServiceUserCredentialsModify: operation({
    ...PUT(one),
    summary:
      'Gives a database user a new password, or other rules of access. With `expect_…`, only in the service that is meant.',
    query: expectationQuery,
    body: () =>
      z.strictObject({
        operation: z.enum(['reset-credentials', 'set-access-control']),
        new_password: newPassword(),
        access_control: accessControl(),
      }),
    answer: oneService,
    refuses: ['service_not_as_expected', ...notRunning],
  }),

  ServiceUserCredentialsReset: operation({
    ...PUT('/v1/project/{project}/service/{service}/user/{username}/credentials/reset'),
    summary:
      'Gives a database user a new password: `new_password`, or one that is drawn. With `expect_…`, only in the service that is meant.',
    query: expectationQuery,
    body: resetBody,
    needsBody: false,
    answer: oneService,
    refuses: ['service_not_as_expected', ...notRunning],
  }),

  ServiceUserDelete: operation({
    ...DELETE(one),
    summary: 'Deletes a database user. With `expect_…`, only in the service that is meant.',
    query: expectationQuery,
    refuses: ['service_not_as_expected', 'user_is_administrator', ...notRunning],
  }),
};
