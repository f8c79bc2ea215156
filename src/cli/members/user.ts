import { done, stopped } from '../command';
import { findService } from '../find-service';
import { fields } from '../show/table';
import { change, list, nothing, type Member } from './member';

/** Never the password. */
const shown = ({ username, type }: { readonly username: string; readonly type: string }) => ({ username, type });

/** The users of a service. */
export const user: Member = {
  words: 'service user',
  noun: 'user',
  of: 'service',
  key: (inputs) => inputs.requiredText('--username <name>', 'the name of the user'),
  field: 'username',
  commands: [
    change({
      verb: 'create',
      summary: 'create a user of a service',
      example: ['orders --username reporting', 'a user, with a password of its own'],
      given: nothing,
      make: ({ client, project, service }, name) => client.createUser(project, service, name),
      json: (made) => ({ user: shown(made) }),
    }),
    {
      verb: 'get',
      summary: 'show one user of a service',
      example: ['orders --username reporting', 'name and kind, never the password'],
      exitCodes: { 1: 'the service has no such user' },
      declare: (inputs, { key }) => {
        const name = key(inputs);
        return () =>
          async ({ client, project, service }) => {
            const found = await client.getUser(project, service, name());
            if (found === undefined) await findService(client, project, service);
            return found === undefined
              ? stopped(`${service} has no user ${name()}`, { user: null })
              : done(fields(Object.entries(shown(found))), { user: shown(found) });
          };
      },
    },
    change({
      verb: 'delete',
      summary: 'delete a user of a service',
      example: ['orders --username reporting', 'a fork of an earlier time has it back'],
      given: nothing,
      make: ({ client, project, service }, name) => client.deleteUser(project, service, name),
    }),
    list({
      summary: 'list the users of a service',
      example: ['orders', 'names and kinds, never passwords'],
      read: async ({ client, project, service }) => (await findService(client, project, service)).users,
      head: ['username', 'type'],
      row: ({ username, type }) => [username, type],
      json: ['users', shown],
    }),
    change({
      verb: 'password-reset',
      said: 'reset the password of',
      summary: 'give a user of a service a new password',
      about:
        'The password is in the answer of the API, never in that of this command. A fork of an earlier time has the old one.',
      example: ['orders --username reporting', 'the old one ends'],
      given: (inputs) =>
        inputs.text('--new-password <password>', 'its new password, 8 to 256 characters; else one is drawn'),
      make: ({ client, project, service }, name, password) =>
        client.resetUserPassword(project, service, name, { password }),
    }),
  ],
};
