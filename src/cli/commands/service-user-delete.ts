import type { CommandDefinition } from '../command';
import { done } from '../command';

/** `forkcast service user-delete`. */
export const serviceUserDelete: CommandDefinition = {
  name: 'service user-delete',
  summary: 'delete a user of a service',
  examples: [
    { run: 'forkcast service user-delete orders --username reporting', does: 'a fork of an earlier time has it back' },
  ],
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('service', 'the service');
    const username = inputs.requiredText('--username <name>', 'the name of the user');
    return async (context) => {
      const project = await context.project();
      const client = await context.connect();
      await client.deleteUser(project, name(), username());
      return done(`deleted user ${username()} of ${name()}`, { project, service: name(), username: username() });
    };
  },
};
