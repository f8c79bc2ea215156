import type { AnswerOf, Contract, databaseOperations, poolOperations, userOperations } from '../../../api';
import { type Expectation, given, type JsonObject, type ServiceId } from '../../../domain';
import type { Registry, ServiceDetail } from '../../registry';
import { answered, failed, carryOut, onExecuted, onService, refused, type Reply } from '../answer';
import { meant } from '../owner-bodies';
import { refuseSecrets, shownTo } from '../redaction';
import type { Routes } from '../route';
import { oneService, type OneService } from '../service-answers';
import { userBody } from '../user-body';

type UserId = ServiceId & { readonly username: string; readonly expect?: Expectation };
type OneUser = AnswerOf<Contract['ServiceUserGet']>;

/**
 * How the registry answers operations on the databases, users and pools of a service. The databases of one that is powered off are a
 * failure to come back from, as the vendor's provider notes. @see terraform-provider-aiven, internal/schemautil/service.go
 */
export const memberRoutes: Routes<typeof databaseOperations & typeof userOperations & typeof poolOperations> = {
  ServiceDatabaseList: (registry, { at }) =>
    onService(registry, at, (detail) => {
      if (registry.catalogue().serviceTypes.get(detail.facts.type)?.defaultDatabase === undefined) {
        return refused(
          'databases_unsupported',
          `Services of type ${detail.facts.type} have no databases of their own.`,
        );
      }
      return detail.facts.state === 'POWEROFF'
        ? failed(
            503,
            'unavailable',
            `An error occurred. Please try again later. ${detail.facts.service} is powered off.`,
          )
        : answered({ databases: detail.databases.map((name) => ({ database_name: name, owner: '' })) });
    }),

  ServiceDatabaseCreate: (registry, { at, query, body }) =>
    carryOut(registry, { type: 'CreateDatabase', ...meant(at, query), database: body.database }, 'created'),

  ServiceDatabaseDelete: (registry, { at, query }) =>
    carryOut(registry, { type: 'DeleteDatabase', ...meant(at, query) }, 'deleted'),

  ServiceUserCreate: (registry, { at, query, body: { username, access_control: accessControl } }) =>
    onExecuted(registry, { type: 'CreateUser', ...meant(at, query), username, ...given({ accessControl }) }, () =>
      oneUser(registry, { ...at, username }),
    ),

  ServiceUserGet: (registry, { at, ...asked }) =>
    refuseSecrets(asked) ?? oneUser(registry, at, (detail) => shownTo(asked, detail)),

  ServiceUserCredentialsModify: (registry, { at, query, body }) =>
    body.operation === 'set-access-control'
      ? setAccess(registry, meant(at, query), body.access_control)
      : resetUser(registry, meant(at, query), body.new_password),

  ServiceUserCredentialsReset: (registry, { at, query, body }) =>
    resetUser(registry, meant(at, query), body?.new_password),

  ServiceUserDelete: (registry, { at, query }) =>
    carryOut(registry, { type: 'DeleteUser', ...meant(at, query) }, 'deleted'),

  ServicePGBouncerCreate: (registry, { at, query, body }) =>
    carryOut(
      registry,
      {
        type: 'CreatePool',
        ...meant(at, query),
        pool: body.pool_name,
        database: body.database,
        username: body.username ?? null,
        poolSize: body.pool_size ?? 10,
        poolMode: body.pool_mode ?? 'transaction',
      },
      'created',
    ),

  ServicePGBouncerUpdate: (registry, { at, query, body }) =>
    carryOut(
      registry,
      {
        type: 'UpdatePool',
        ...meant(at, query),
        ...given({ database: body.database, poolSize: body.pool_size, poolMode: body.pool_mode }),
        ...(body.username === undefined ? {} : { username: body.username }),
      },
      'updated',
    ),

  ServicePGBouncerDelete: (registry, { at, query }) =>
    carryOut(registry, { type: 'DeletePool', ...meant(at, query) }, 'deleted'),
};

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
    : onExecuted(registry, { type: 'SetUserAccess', ...id, accessControl }, () => oneService(registry, id));

/** Gives a user the password that is asked for, or one that is drawn. */
export const resetUser = (registry: Registry, id: UserId, asked?: string | null): Reply<OneService> => {
  const password = given({ password: asked ?? undefined });
  return onExecuted(registry, { type: 'ResetUserPassword', ...id, ...password }, () => oneService(registry, id));
};
