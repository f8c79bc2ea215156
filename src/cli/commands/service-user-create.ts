import type { CommandDefinition } from '../command';
import { done } from '../command';

/** `forkcast service user-create`. */
export const serviceUserCreate: CommandDefinition = {
  name: 'service user-create',
  summary: 'create a user of a service',
  examples: [
    { run: 'forkcast service user-create orders --username reporting', does: 'a user, with a password of its own' },
  ],
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('service', 'the service');
    const username = inputs.requiredText('--username <name>', 'the name of the user');
    return async (context) => {
      const project = await context.project();
      const client = await context.connect();
      const user = await client.createUser(project, name(), username());
      return done(`created user ${user.username} of ${name()}`, {
        project,
        service: name(),
        user: { username: user.username, type: user.type },
      });
    };
  },
};
