import type { CommandDefinition } from '../command';
import { done } from '../command';

/** `forkcast service database-create`. */
export const serviceDatabaseCreate: CommandDefinition = {
  name: 'service database-create',
  summary: 'create a database in a service',
  examples: [{ run: 'forkcast service database-create orders --dbname reports', does: 'an empty database' }],
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('service', 'the service');
    const database = inputs.requiredText('--dbname <name>', 'the name of the database');
    return async (context) => {
      const project = await context.project();
      const client = await context.connect();
      await client.createDatabase(project, name(), database());
      return done(`created database ${database()} in ${name()}`, { project, service: name(), database: database() });
    };
  },
};
