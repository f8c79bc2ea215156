import { given, type JsonObject } from '../../domain';
import type { ProjectCommand } from '../commands';
import type { ServiceEvent } from '../events';
import type { ConnectionPool } from '../records';
import { identify, type ServiceState } from '../state';
import { accept, firstObjection, refuse, type DecideContext, type Objection } from './decision';
import { checkRoles, rolesUnsupported } from './check-roles';
import { checkRows } from './check-rows';
import { checkCount } from './check-size';
import { checkExpectation } from './expectation';
import { sealPassword } from './seal-settings';
import { onLive, needsRunning } from './find-service';

/** Commands about what a service holds. */
type DataCommand = Extract<
  ProjectCommand,
  {
    readonly type:
      | 'CreateDatabase'
      | 'DeleteDatabase'
      | 'CreateUser'
      | 'DeleteUser'
      | 'ResetUserPassword'
      | 'SetUserAccess'
      | 'ReplaceRoles'
      | 'CreatePool'
      | 'UpdatePool'
      | 'DeletePool'
      | 'WriteRow'
      | 'GenerateRows';
  }
>;

const namePattern = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}$/;

/**
 * Decides a change of data. Order of checks: service, whether it is the one that is meant, replica, what its type never has, running, then
 * those of the command itself.
 */
export const decideServiceData = onLive((context, state, command: DataCommand) => {
  const objection = firstObjection(
    () => checkExpectation(context, state, 'expect' in command ? command.expect : undefined),
    () => checkWritable(state),
    () => checkSupported(context, state, command),
    () => needsRunning(context, state),
    () => checkCommand(context, state, command),
  );
  if (objection !== undefined) return objection;
  const sealed = sealPassword(context, 'password' in command ? command.password : undefined);
  return sealed.kind === 'refused' ? sealed : accept([makeEvent(state, command, sealed)]);
});

const checkWritable = (state: ServiceState): Objection =>
  state.replicaOf === null
    ? undefined
    : refuse(
        'operation_not_simulated',
        `Service ${state.service} is a replica of ${state.replicaOf.service} and takes no writes of its own. Write to that service.`,
      );

const hasDatabases = (context: DecideContext, { type }: ServiceState): boolean =>
  context.catalogue.serviceTypes.get(type)?.defaultDatabase !== undefined;

/** No waiting mends that a type has no such thing. */
const checkSupported = (context: DecideContext, state: ServiceState, { type: asked }: DataCommand): Objection => {
  const type = context.catalogue.serviceTypes.get(state.type);
  if (/^(?:Create|Delete)Database$/u.test(asked)) return hasDatabases(context, state) ? undefined : noDatabases(state);
  if (asked.endsWith('Pool')) return type?.hasConnectionPools === true ? undefined : noPools(state);
  if (asked === 'ReplaceRoles') return type?.hasRoles === true ? undefined : rolesUnsupported(state);
  return asked === 'CreateUser' && type?.administratorOnly === true ? noUsers(state) : undefined;
};

const checkCommand = (context: DecideContext, state: ServiceState, command: DataCommand): Objection => {
  switch (command.type) {
    case 'CreateDatabase':
      return firstObjection(
        () => checkName('database', command.database),
        () => (state.databases.includes(command.database) ? taken('database', command.database) : undefined),
        () => checkCount('databases', state.databases.length, `Service ${state.service}`),
      );
    case 'DeleteDatabase':
      return databaseMissing(state, command.database);
    case 'CreateUser':
      return firstObjection(
        () => checkName('user', command.username),
        () => (findUser(state, command.username) ? taken('user', command.username) : undefined),
        () => checkCount('users', state.users.length, `Service ${state.service}`),
        () => checkAccess(state, command.accessControl ?? {}),
      );
    case 'SetUserAccess':
      return firstObjection(
        () => checkUser(state, command),
        () => checkAccess(state, command.accessControl),
      );
    case 'DeleteUser':
    case 'ResetUserPassword':
      return checkUser(state, command);
    case 'ReplaceRoles':
      return checkRoles(state, command.roles);
    case 'CreatePool':
      return checkNewPool(state, command) ?? checkCount('pools', state.pools.length, `Service ${state.service}`);
    case 'UpdatePool': {
      const pool = findPool(state, command.pool);
      return pool === undefined ? poolMissing(state, command.pool) : checkPool(state, changedPool(pool, command));
    }
    case 'DeletePool':
      return findPool(state, command.pool) === undefined ? poolMissing(state, command.pool) : undefined;
    case 'WriteRow':
    case 'GenerateRows':
      return firstObjection(
        () =>
          hasDatabases(context, state)
            ? databaseMissing(state, command.database)
            : checkName('index or key space', command.database),
        () => checkRows(command),
      );
  }
};

const findUser = (state: ServiceState, username: string) => state.users.find((user) => user.username === username);

const checkUser = (
  state: ServiceState,
  command: Extract<DataCommand, { readonly type: 'DeleteUser' | 'ResetUserPassword' | 'SetUserAccess' }>,
): Objection => {
  const user = findUser(state, command.username);
  if (user === undefined) {
    return refuse(
      'user_not_found',
      `Service ${state.service} has no user ${command.username}. List its users, and check the name.`,
    );
  }
  return command.type === 'DeleteUser' && user.kind === 'primary'
    ? refuse(
        'user_is_administrator',
        `User ${user.username} is the administrator of ${state.service} and stays with it. Delete another user.`,
      )
    : undefined;
};

/** Rules of access are named after the type of service that they are for. */
const checkAccess = (state: ServiceState, accessControl: JsonObject): Objection => {
  const strange = Object.keys(accessControl).find((name) => !name.startsWith(`${state.type}_`));
  return strange === undefined
    ? undefined
    : refuse(
        'request_invalid',
        `access_control has ${strange}, which users of type ${state.type} do not have. Leave it out.`,
      );
};

const checkNewPool = (state: ServiceState, command: Extract<DataCommand, { readonly type: 'CreatePool' }>): Objection =>
  firstObjection(
    () => checkName('connection pool', command.pool),
    () => (state.pools.some(({ pool }) => pool === command.pool) ? taken('pool', command.pool) : undefined),
    () => checkPool(state, makePool(command)),
  );

const findPool = (state: ServiceState, name: string): ConnectionPool | undefined =>
  state.pools.find(({ pool }) => pool === name);

const poolMissing = (state: ServiceState, pool: string): Objection =>
  refuse(
    'pool_not_found',
    `Service ${state.service} has no connection pool ${pool}. List its pools, and check the name.`,
  );

const changedPool = (
  pool: ConnectionPool,
  { database, username, poolSize, poolMode }: Extract<DataCommand, { readonly type: 'UpdatePool' }>,
): ConnectionPool => ({
  pool: pool.pool,
  database: database ?? pool.database,
  username: username === undefined ? pool.username : username,
  poolSize: poolSize ?? pool.poolSize,
  poolMode: poolMode ?? pool.poolMode,
});

const checkPool = (state: ServiceState, command: ConnectionPool): Objection =>
  firstObjection(
    () => databaseMissing(state, command.database),
    () =>
      command.username === null || findUser(state, command.username) !== undefined
        ? undefined
        : refuse('user_not_found', `Service ${state.service} has no user ${command.username}. Create it first.`),
    () =>
      Number.isInteger(command.poolSize) && command.poolSize >= 1 && command.poolSize <= 10_000
        ? undefined
        : refuse('request_invalid', `pool_size must be a whole number from 1 to 10000, got ${command.poolSize}.`),
    () =>
      ['session', 'statement', 'transaction'].includes(command.poolMode)
        ? undefined
        : refuse(
            'request_invalid',
            `pool_mode must be session, statement or transaction, got '${command.poolMode.slice(0, 40)}'.`,
          ),
  );

const checkName = (what: string, name: string): Objection =>
  namePattern.test(name)
    ? undefined
    : refuse(
        'name_invalid',
        `The name of a ${what} has 1 to 63 letters, digits and _.-, got ${JSON.stringify(name).slice(0, 80)}.`,
      );

const taken = (what: 'database' | 'user' | 'pool', name: string): Objection =>
  refuse(`${what}_already_exists`, `A ${what} ${name} already exists in this service. Choose another name.`);

const databaseMissing = (state: ServiceState, database: string): Objection =>
  state.databases.includes(database)
    ? undefined
    : refuse(
        'database_not_found',
        `Service ${state.service} has no database ${database};` +
          ` it has ${state.databases.slice(0, 5).join(', ') || 'none'}. Create it first.`,
      );

const noDatabases = (state: ServiceState): Objection =>
  refuse(
    'databases_unsupported',
    `Services of type ${state.type} have no databases to manage. Write rows to an index or key space by name.`,
  );

const noUsers = (state: ServiceState): Objection =>
  refuse(
    'users_unsupported',
    `Services of type ${state.type} take no service users besides their administrator. Manage users in the service itself.`,
  );

const noPools = (state: ServiceState): Objection =>
  refuse('pools_unsupported', `Services of type ${state.type} have no connection pools. PostgreSQL services have.`);

const makeEvent = (
  state: ServiceState,
  command: DataCommand,
  { wrapped }: { readonly wrapped?: string },
): ServiceEvent => {
  const id = identify(state);
  switch (command.type) {
    case 'CreateDatabase':
      return { type: 'DatabaseCreated', ...id, database: command.database };
    case 'DeleteDatabase':
      return { type: 'DatabaseDeleted', ...id, database: command.database };
    case 'CreateUser':
      return {
        type: 'UserCreated',
        ...id,
        username: command.username,
        ...given({ accessControl: command.accessControl, wrapped }),
      };
    case 'SetUserAccess':
      return { type: 'UserAccessChanged', ...id, username: command.username, accessControl: command.accessControl };
    case 'ReplaceRoles':
      return { type: 'RolesReplaced', ...id, roles: command.roles };
    case 'DeleteUser':
      return { type: 'UserDeleted', ...id, username: command.username };
    case 'ResetUserPassword':
      return { type: 'UserPasswordReset', ...id, username: command.username, ...given({ wrapped }) };
    case 'CreatePool':
      return { type: 'PoolCreated', ...id, pool: makePool(command) };
    case 'UpdatePool': {
      const pool = findPool(state, command.pool);
      return { type: 'PoolChanged', ...id, pool: changedPool(pool ?? { ...noPool, pool: command.pool }, command) };
    }
    case 'DeletePool':
      return { type: 'PoolDeleted', ...id, pool: command.pool };
    case 'WriteRow':
      return { type: 'RowWritten', ...id, database: command.database, key: command.key, value: command.value };
    case 'GenerateRows':
      return { type: 'RowsGenerated', ...id, database: command.database, count: command.count, seed: command.seed };
  }
};

/** What a pool is made of that nobody described; a check has already found the pool. */
const noPool = { database: '', username: null, poolSize: 10, poolMode: 'transaction' };

const makePool = (command: Extract<DataCommand, { readonly type: 'CreatePool' }>): ConnectionPool => ({
  pool: command.pool,
  database: command.database,
  username: command.username,
  poolSize: command.poolSize,
  poolMode: command.poolMode,
});
