import type { CommandDefinition } from '../command';
import { done } from '../command';

/** `forkcast service connection-pool-create`. */
export const servicePoolCreate: CommandDefinition = {
  name: 'service connection-pool-create',
  summary: 'create a connection pool of a service',
  examples: [
    {
      run: 'forkcast service connection-pool-create orders --pool-name web --dbname defaultdb',
      does: 'a pool of ten connections',
    },
  ],
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('service', 'the service');
    const pool = inputs.requiredText('--pool-name <name>', 'the name of the pool');
    const database = inputs.requiredText('--dbname <name>', 'the database it leads to');
    const username = inputs.text('--username <name>', 'the user that connects (default: whoever comes)');
    const size = inputs.count('--pool-size <connections>', 'how many connections (default: 10)');
    const mode = inputs.choice('--pool-mode <mode>', 'when a connection is given back', [
      'transaction',
      'session',
      'statement',
    ]);
    return async (context) => {
      const project = await context.project();
      const client = await context.connect();
      const [user, count, chosen] = [username(), size(), mode()];
      await client.createPool(project, name(), {
        pool_name: pool(),
        database: database(),
        ...(user === undefined ? {} : { username: user }),
        ...(count === undefined ? {} : { pool_size: count }),
        ...(chosen === undefined ? {} : { pool_mode: chosen }),
      });
      return done(`created connection pool ${pool()} of ${name()}`, { project, service: name(), pool_name: pool() });
    };
  },
};
