import type { CommandDefinition } from '../command';
import { done } from '../command';

/** `forkcast service database-list`. */
export const serviceDatabaseList: CommandDefinition = {
  name: 'service database-list',
  summary: 'list the databases of a service',
  examples: [{ run: 'forkcast service database-list orders', does: 'their names' }],
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('service', 'the service');
    return async (context) => {
      const project = await context.project();
      const client = await context.connect();
      const databases = await client.listDatabases(project, name());
      return done(databases.length === 0 ? 'no databases' : databases.join('\n'), {
        project,
        service: name(),
        databases: [...databases],
      });
    };
  },
};
