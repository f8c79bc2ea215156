import type { CommandDefinition } from '../command';
import { done, stopped } from '../command';
import { fields } from '../show/table';

/** `forkcast service user-get`. */
export const serviceUserGet: CommandDefinition = {
  name: 'service user-get',
  summary: 'show one user of a service',
  examples: [
    { run: 'forkcast service user-get orders --username reporting', does: 'name and kind, never the password' },
  ],
  exitCodes: { 1: 'the service has no such user' },
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('service', 'the service');
    const username = inputs.requiredText('--username <name>', 'the name of the user');
    return async (context) => {
      const project = await context.project();
      const client = await context.connect();
      const found = await client.getUser(project, name(), username());
      const where = { project, service: name() };
      if (found === undefined) return stopped(`${name()} has no user ${username()}`, { ...where, user: null });
      const user = { username: found.username, type: found.type };
      return done(
        fields([
          ['username', user.username],
          ['type', user.type],
        ]),
        { ...where, user },
      );
    };
  },
};
