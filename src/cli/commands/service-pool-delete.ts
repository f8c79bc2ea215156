import type { CommandDefinition } from '../command';
import { done } from '../command';

/** `forkcast service connection-pool-delete`. */
export const servicePoolDelete: CommandDefinition = {
  name: 'service connection-pool-delete',
  summary: 'delete a connection pool of a service',
  examples: [{ run: 'forkcast service connection-pool-delete orders --pool-name web', does: 'the database stays' }],
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('service', 'the service');
    const pool = inputs.requiredText('--pool-name <name>', 'the name of the pool');
    return async (context) => {
      const project = await context.project();
      const client = await context.connect();
      await client.deletePool(project, name(), pool());
      return done(`deleted connection pool ${pool()} of ${name()}`, { project, service: name(), pool_name: pool() });
    };
  },
};
