import type {
  AnswerOf,
  Contract,
  ExpectationQuery,
  databaseOperations,
  poolOperations,
  userOperations,
} from '../../../api';
import { type Expectation, given, type JsonObject, type ServiceId } from '../../../domain';
import type { Registry, ServiceDetail } from '../../registry';
import { answered, failed, onAccepted, onService, refused, type Reply } from '../answer';
import { readExpectation } from '../owner-bodies';
import { refuseSecrets, shownTo } from '../redaction';
import type { Routes } from '../route';
import { oneService, serviceIn, type OneService } from '../service-answers';
import { userBody } from '../user-body';

/** The service of a request, with what was stated of it. */
type Meant = ServiceId & { readonly expect?: Expectation };

type UserId = Meant & { readonly username: string };
type OneUser = AnswerOf<Contract['ServiceUserGet']>;

/**
 * How the registry answers operations on the databases, users and pools of a service. The databases of one that is powered off are a
 * failure to come back from, as the vendor's provider notes. @see terraform-provider-aiven, internal/schemautil/service.go
 */
export const memberRoutes: Routes<typeof databaseOperations & typeof userOperations & typeof poolOperations> = {
  ServiceDatabaseList: (registry, { part }) =>
    onService(registry, serviceIn(part), (detail) => {
      if (registry.catalogue().serviceTypes.get(detail.type)?.defaultDatabase === undefined) {
        return refused('databases_unsupported', `Services of type ${detail.type} have no databases of their own.`);
      }
      return detail.state === 'POWEROFF'
        ? failed(503, 'unavailable', `An error occurred. Please try again later. ${detail.service} is powered off.`)
        : answered({ databases: detail.databases.map((name) => ({ database_name: name, owner: '' })) });
    }),

  ServiceDatabaseCreate: (registry, { part, query, body }) =>
    onAccepted(registry.execute({ type: 'CreateDatabase', ...meantIn(part, query), database: body.database }), () =>
      answered({ message: 'created' }),
    ),

  ServiceDatabaseDelete: (registry, { part, query }) =>
    onAccepted(registry.execute({ type: 'DeleteDatabase', ...meantIn(part, query), database: part('database') }), () =>
      answered({ message: 'deleted' }),
    ),

  ServiceUserCreate: (registry, { part, query, body: { username, access_control: accessControl } }) =>
    onAccepted(
      registry.execute({ type: 'CreateUser', ...meantIn(part, query), username, ...given({ accessControl }) }),
      () => oneUser(registry, { ...serviceIn(part), username }),
    ),

  ServiceUserGet: (registry, { part, ...asked }) =>
    refuseSecrets(asked) ??
    oneUser(registry, { ...serviceIn(part), username: part('username') }, (detail) => shownTo(asked, detail)),

  ServiceUserCredentialsModify: (registry, { part, query, body }) =>
    body.operation === 'set-access-control'
      ? setAccess(registry, userIn(part, query), body.access_control)
      : resetUser(registry, userIn(part, query), body.new_password),

  ServiceUserCredentialsReset: (registry, { part, query, body }) =>
    resetUser(registry, userIn(part, query), body?.new_password),

  ServiceUserDelete: (registry, { part, query }) =>
    onAccepted(registry.execute({ type: 'DeleteUser', ...userIn(part, query) }), () =>
      answered({ message: 'deleted' }),
    ),

  ServicePGBouncerCreate: (registry, { part, query, body }) =>
    onAccepted(
      registry.execute({
        type: 'CreatePool',
        ...meantIn(part, query),
        pool: body.pool_name,
        database: body.database,
        username: body.username ?? null,
        poolSize: body.pool_size ?? 10,
        poolMode: body.pool_mode ?? 'transaction',
      }),
      () => answered({ message: 'created' }),
    ),

  ServicePGBouncerUpdate: (registry, { part, query, body }) =>
    onAccepted(
      registry.execute({
        type: 'UpdatePool',
        ...meantIn(part, query),
        pool: part('pool'),
        ...given({ database: body.database, poolSize: body.pool_size, poolMode: body.pool_mode }),
        ...(body.username === undefined ? {} : { username: body.username }),
      }),
      () => answered({ message: 'updated' }),
    ),

  ServicePGBouncerDelete: (registry, { part, query }) =>
    onAccepted(registry.execute({ type: 'DeletePool', ...meantIn(part, query), pool: part('pool') }), () =>
      answered({ message: 'deleted' }),
    ),
};

const meantIn = (part: Parameters<typeof serviceIn>[0], query: ExpectationQuery): Meant => ({
  ...serviceIn(part),
  ...given({ expect: readExpectation(query) }),
});

const userIn = (part: (name: 'project' | 'service' | 'username') => string, query: ExpectationQuery): UserId => ({
  ...meantIn(part, query),
  username: part('username'),
});

const oneUser = (registry: Registry, id: UserId, show = (detail: ServiceDetail) => detail): Reply<OneUser> =>
  onService(registry, id, (detail) => {
    const shown = show(detail);
    const user = shown.users.find((candidate) => candidate.username === id.username);
    if (user === undefined) {
      return refused('user_not_found', `Service ${id.service} has no user ${id.username}`);
    }
    return answered({ user: userBody(shown, user) });
  });

const setAccess = (registry: Registry, id: UserId, accessControl: JsonObject | undefined): Reply<OneService> =>
  accessControl === undefined
    ? refused('request_invalid', 'Body, access_control: it is missing, and set-access-control sets it. Give it.')
    : onAccepted(registry.execute({ type: 'SetUserAccess', ...id, accessControl }), () => oneService(registry, id));

/** Gives a user the password that is asked for, or one that is drawn. */
export const resetUser = (registry: Registry, id: UserId, password?: string | null): Reply<OneService> => {
  const asked = password === undefined || password === null ? {} : { password };
  return onAccepted(registry.execute({ type: 'ResetUserPassword', ...id, ...asked }), () => oneService(registry, id));
};
