import { given } from '../../domain';
import { UsageError } from '../errors';
import type { Inputs } from '../inputs';
import { change, list, nothing, type Member } from './member';

/** The flags of a pool; what was not given is left out. */
const poolFlags = (inputs: Inputs, defaults: Readonly<Record<'username' | 'size', string>>) => {
  const username = inputs.text('--username <name>', `the user that connects${defaults.username}`);
  const size = inputs.count('--pool-size <connections>', `how many connections${defaults.size}`);
  const mode = inputs.choice('--pool-mode <mode>', 'when a connection is given back', [
    'transaction',
    'session',
    'statement',
  ]);
  return () => given({ username: username(), pool_size: size(), pool_mode: mode() });
};

/** The connection pools of a service. */
export const pool: Member = {
  words: 'service connection-pool',
  noun: 'connection pool',
  of: 'service',
  key: (inputs) => inputs.requiredText('--pool-name <name>', 'the name of the pool'),
  field: 'pool',
  commands: [
    change({
      verb: 'create',
      summary: 'create a connection pool of a service',
      example: ['orders --pool-name web --dbname defaultdb', 'a pool of ten connections'],
      given: (inputs) => {
        const database = inputs.requiredText('--dbname <name>', 'the database it leads to');
        const flags = poolFlags(inputs, { username: ' (default: whoever comes)', size: ' (default: 10)' });
        return () => ({ database: database(), ...flags() });
      },
      make: ({ client, project, service }, name, flags) =>
        client.createPool(project, service, { pool_name: name, ...flags }),
    }),
    change({
      verb: 'update',
      summary: 'change a connection pool of a service',
      about: 'What no flag says stays as it is.',
      example: ['orders --pool-name web --pool-size 20', 'twice as many connections'],
      given: (inputs) => {
        const database = inputs.text('--dbname <name>', 'the database it leads to');
        const flags = poolFlags(inputs, { username: '', size: '' });
        return () => {
          const changes = { ...given({ database: database() }), ...flags() };
          if (Object.keys(changes).length > 0) return changes;
          throw new UsageError('Nothing to change was given: see forkcast service connection-pool-update --help.');
        };
      },
      make: ({ client, project, service }, name, changes) => client.updatePool(project, service, name, changes),
    }),
    change({
      verb: 'delete',
      summary: 'delete a connection pool of a service',
      example: ['orders --pool-name web', 'the database stays'],
      given: nothing,
      make: ({ client, project, service }, name) => client.deletePool(project, service, name),
    }),
    list({
      summary: 'list the connection pools of a service',
      example: ['orders', 'name, database, user, size and mode'],
      read: ({ client, project, service }) => client.listPools(project, service),
      none: 'no connection pools',
      head: ['name', 'database', 'user', 'size', 'mode'],
      row: (one) => [one.pool_name, one.database, one.username ?? '', String(one.pool_size), one.pool_mode],
      json: [
        'pools',
        ({ pool_name, database, username, pool_size, pool_mode }) => ({
          pool_name,
          database,
          username,
          pool_size,
          pool_mode,
        }),
      ],
    }),
  ],
};
