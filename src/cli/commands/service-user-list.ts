import type { CommandDefinition } from '../command';
import { done } from '../command';
import { findService } from '../find-service';
import { table } from '../show/table';

/** `forkcast service user-list`. */
export const serviceUserList: CommandDefinition = {
  name: 'service user-list',
  summary: 'list the users of a service',
  examples: [{ run: 'forkcast service user-list orders', does: 'names and kinds, never passwords' }],
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('service', 'the service');
    return async (context) => {
      const project = await context.project();
      const client = await context.connect();
      const users = (await findService(client, project, name())).users.map(({ username, type }) => ({
        username,
        type,
      }));
      return done(
        table(
          ['username', 'type'],
          users.map(({ username, type }) => [username, type]),
        ),
        { project, service: name(), users },
      );
    };
  },
};
