import * as z from 'zod/mini';
import { text } from './fields';
import { operation } from './operation';

const collection = '/v1/project/{project}/service/{service}/user';
const one = '/v1/project/{project}/service/{service}/user/{username}';

/** Absent: the registry draws one. */
const newPassword = () => z.optional(z.nullable(z.string().check(z.minLength(8), z.maxLength(256))));

export const userCreate = operation({
  id: 'ServiceUserCreate',
  method: 'POST',
  path: collection,
  needs: 'write',
  summary: 'Makes a database user.',
  body: () => z.strictObject({ username: text }),
});

export const userGet = operation({
  id: 'ServiceUserGet',
  method: 'GET',
  path: one,
  needs: 'read',
  summary: 'Gives one database user.',
});

export const userModify = operation({
  id: 'ServiceUserCredentialsModify',
  method: 'PUT',
  path: one,
  needs: 'write',
  summary: 'Gives a database user a new password.',
  body: () => z.strictObject({ operation: z.literal('reset-credentials'), new_password: newPassword() }),
});

export const userReset = operation({
  id: 'ServiceUserCredentialsReset',
  method: 'PUT',
  path: '/v1/project/{project}/service/{service}/user/{username}/credentials/reset',
  needs: 'write',
  summary: 'Gives a database user a new password.',
});

export const userDelete = operation({
  id: 'ServiceUserDelete',
  method: 'DELETE',
  path: one,
  needs: 'write',
  summary: 'Deletes a database user.',
});

/** Operations on database users. */
export const userOperations = [userCreate, userGet, userModify, userReset, userDelete] as const;
