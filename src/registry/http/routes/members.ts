import {
  databaseCreate,
  databaseDelete,
  databaseList,
  poolCreate,
  poolDelete,
  poolUpdate,
  userCreate,
  userDelete,
  userGet,
  userModify,
  userReset,
  type ApiResponse,
} from '../../../api';
import type { ServiceId } from '../../../domain';
import type { Registry } from '../../registry';
import { given } from '../../given';
import { answered, failed, onAccepted, onService, refused } from '../answer';
import { route } from '../route';
import { idOf, oneService } from '../service-answers';

type UserId = ServiceId & { readonly username: string };

/**
 * How the registry answers operations on the databases, users and pools of a service. The databases of one that is powered off are a
 * failure to come back from, as the vendor's provider notes. @see terraform-provider-aiven, internal/schemautil/service.go
 */
export const memberRoutes = [
  route(databaseList, (registry, { parameters }) =>
    onService(registry, parameters, (detail) => {
      if (registry.catalogue().serviceTypes.get(detail.type)?.defaultDatabase === undefined) {
        return refused('databases_unsupported', `Services of type ${detail.type} have no databases of their own.`);
      }
      return detail.state === 'POWEROFF'
        ? failed(503, 'unavailable', `An error occurred. Please try again later. ${detail.service} is powered off.`)
        : answered({ databases: detail.databases.map((name) => ({ database_name: name, owner: '' })) });
    }),
  ),

  route(databaseCreate, (registry, { parameters, body }) =>
    onAccepted(registry.execute({ type: 'CreateDatabase', ...idOf(parameters), database: body.database }), () =>
      answered({ message: 'created' }),
    ),
  ),

  route(databaseDelete, (registry, { parameters }) =>
    onAccepted(registry.execute({ type: 'DeleteDatabase', ...idOf(parameters), database: parameters.database }), () =>
      answered({ message: 'deleted' }),
    ),
  ),

  route(userCreate, (registry, { parameters, body: { username } }) =>
    onAccepted(registry.execute({ type: 'CreateUser', ...idOf(parameters), username }), () =>
      oneUser(registry, { ...idOf(parameters), username }),
    ),
  ),

  route(userGet, (registry, { parameters }) => oneUser(registry, parameters)),
  route(userModify, (registry, { parameters, body }) => resetUser(registry, parameters, body.new_password)),
  route(userReset, (registry, { parameters }) => resetUser(registry, parameters)),

  route(userDelete, (registry, { parameters }) =>
    onAccepted(registry.execute({ type: 'DeleteUser', ...idOf(parameters), username: parameters.username }), () =>
      answered({ message: 'deleted' }),
    ),
  ),

  route(poolCreate, (registry, { parameters, body }) =>
    onAccepted(
      registry.execute({
        type: 'CreatePool',
        ...idOf(parameters),
        pool: body.pool_name,
        database: body.database,
        username: body.username ?? null,
        poolSize: body.pool_size ?? 10,
        poolMode: body.pool_mode ?? 'transaction',
      }),
      () => answered({ message: 'created' }),
    ),
  ),

  route(poolUpdate, (registry, { parameters, body }) =>
    onAccepted(
      registry.execute({
        type: 'UpdatePool',
        ...idOf(parameters),
        pool: parameters.pool,
        ...given({ database: body.database, poolSize: body.pool_size, poolMode: body.pool_mode }),
        ...(body.username === undefined ? {} : { username: body.username }),
      }),
      () => answered({ message: 'updated' }),
    ),
  ),

  route(poolDelete, (registry, { parameters }) =>
    onAccepted(registry.execute({ type: 'DeletePool', ...idOf(parameters), pool: parameters.pool }), () =>
      answered({ message: 'deleted' }),
    ),
  ),
];

const oneUser = (registry: Registry, id: UserId): ApiResponse =>
  onService(registry, id, (detail) => {
    const user = detail.users.find((candidate) => candidate.username === id.username);
    if (user === undefined) {
      return refused('user_not_found', `Service ${id.service} has no user ${id.username}`);
    }
    return answered({ user: { username: user.username, type: user.kind, password: user.password } });
  });

const resetUser = (registry: Registry, id: UserId, password?: string | null): ApiResponse => {
  const asked = password === undefined || password === null ? {} : { password };
  return onAccepted(registry.execute({ type: 'ResetUserPassword', ...idOf(id), username: id.username, ...asked }), () =>
    oneService(registry, id),
  );
};
