import type { CommandDefinition } from '../command';
import { done } from '../command';
import { table } from '../show/table';

/** `forkcast service connection-pool-list`. */
export const servicePoolList: CommandDefinition = {
  name: 'service connection-pool-list',
  summary: 'list the connection pools of a service',
  examples: [{ run: 'forkcast service connection-pool-list orders', does: 'name, database, user, size and mode' }],
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('service', 'the service');
    return async (context) => {
      const project = await context.project();
      const client = await context.connect();
      const pools = (await client.listPools(project, name())).map(
        ({ pool_name, database, username, pool_size, pool_mode }) => ({
          pool_name,
          database,
          username,
          pool_size,
          pool_mode,
        }),
      );
      const rows = pools.map((pool) => [
        pool.pool_name,
        pool.database,
        pool.username ?? '',
        String(pool.pool_size),
        pool.pool_mode,
      ]);
      return done(
        rows.length === 0 ? 'no connection pools' : table(['name', 'database', 'user', 'size', 'mode'], rows),
        { project, service: name(), connection_pools: pools },
      );
    };
  },
};
