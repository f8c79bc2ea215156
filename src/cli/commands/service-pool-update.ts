import type { CommandDefinition } from '../command';
import { done } from '../command';
import { UsageError } from '../errors';

/** `forkcast service connection-pool-update`. */
export const servicePoolUpdate: CommandDefinition = {
  name: 'service connection-pool-update',
  summary: 'change a connection pool of a service',
  about: 'What no flag says stays as it is.',
  examples: [
    {
      run: 'forkcast service connection-pool-update orders --pool-name web --pool-size 20',
      does: 'twice as many connections',
    },
  ],
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('service', 'the service');
    const pool = inputs.requiredText('--pool-name <name>', 'the name of the pool');
    const database = inputs.text('--dbname <name>', 'the database it leads to');
    const username = inputs.text('--username <name>', 'the user that connects');
    const size = inputs.count('--pool-size <connections>', 'how many connections');
    const mode = inputs.choice('--pool-mode <mode>', 'when a connection is given back', [
      'transaction',
      'session',
      'statement',
    ]);
    return async (context) => {
      const fields = { database: database(), username: username(), pool_size: size(), pool_mode: mode() };
      const given = Object.entries(fields).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, value] as const],
      );
      if (given.length === 0) {
        throw new UsageError('Nothing to change was given: see forkcast service connection-pool-update --help.');
      }
      const project = await context.project();
      const client = await context.connect();
      const path = ['project', project, 'service', name(), 'connection_pool', pool()].map(encodeURIComponent).join('/');
      await client.call('PUT', `/v1/${path}`, Object.fromEntries(given));
      return done(`updated connection pool ${pool()} of ${name()}`, { project, service: name(), pool_name: pool() });
    };
  },
};
