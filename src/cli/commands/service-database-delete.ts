import type { CommandDefinition } from '../command';
import { done } from '../command';

/** `forkcast service database-delete`. */
export const serviceDatabaseDelete: CommandDefinition = {
  name: 'service database-delete',
  summary: 'delete a database of a service',
  examples: [{ run: 'forkcast service database-delete orders --dbname reports', does: 'with all its rows' }],
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('service', 'the service');
    const database = inputs.requiredText('--dbname <name>', 'the name of the database');
    return async (context) => {
      const project = await context.project();
      const client = await context.connect();
      await client.deleteDatabase(project, name(), database());
      return done(`deleted database ${database()} of ${name()}`, { project, service: name(), database: database() });
    };
  },
};
