import type { ConnectionPoolCreateBody } from '../../api';
import { between, computed, isGiven, number, type ObjectValue, oneOf, optional, required, string } from '../protocol';
import { toText } from '../values';
import { memberResource } from './member';

/** A connection pool of a service. */
export const connectionPool = memberResource({
  typeName: 'forkcast_connection_pool',
  noun: 'connection pool',
  description: 'A connection pool of a service; types with a pooler only.',
  isCopied: true,
  nameAttribute: 'pool_name',
  attributes: {
    pool_name: required(string, 'Name of the pool.', { replaces: true, validate: [isGiven] }),
    database_name: required(string, 'Database that the pool connects to.', { validate: [isGiven] }),
    username: optional(string, 'User of the pool; whoever connects when not set.', { validate: [isGiven] }),
    pool_size: optional(number, 'Connections to the database. Default 10.', {
      default: 10,
      validate: [between(1, 10_000)],
    }),
    pool_mode: optional(
      string,
      'When a connection goes back to the pool: `session`, `statement` or `transaction`, the default.',
      { default: 'transaction', validate: [oneOf('session', 'statement', 'transaction')] },
    ),
    connection_uri: computed(string, 'Address of the pool with its password.', { sensitive: true }),
  },
  find: async (registry, { project, service }, name, seen) => {
    const pools = seen === undefined ? await registry.listPools(project, service) : seen.connection_pools;
    const pool = pools?.find(({ pool_name }) => pool_name === name);
    return (
      pool && {
        pool_name: pool.pool_name,
        database_name: pool.database,
        username: pool.username,
        pool_size: pool.pool_size,
        pool_mode: pool.pool_mode,
        connection_uri: pool.connection_uri,
      }
    );
  },
  make: (registry, { project, service }, planned) =>
    registry.createPool(project, service, { pool_name: toText(planned['pool_name']) ?? '', ...readSettings(planned) }),
  change: (registry, { project, service }, { planned }, expect) =>
    registry.updatePool(project, service, toText(planned['pool_name']) ?? '', readSettings(planned), expect),
  end: (registry, { project, service }, name, expect) => registry.deletePool(project, service, name, expect),
});

type PoolSettings = Required<Omit<ConnectionPoolCreateBody, 'pool_name'>>;

const readSettings = (planned: ObjectValue): PoolSettings => {
  const mode = toText(planned['pool_mode']);
  return {
    database: toText(planned['database_name']) ?? '',
    username: toText(planned['username']) ?? null,
    pool_size: Number(planned['pool_size']),
    pool_mode: mode === 'session' || mode === 'statement' ? mode : 'transaction',
  };
};
