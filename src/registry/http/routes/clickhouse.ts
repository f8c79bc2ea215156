import type { AnswerOf, ClickHouseUserBody, Contract, clickHouseOperations } from '../../../api';
import { given, shown, type ServiceId } from '../../../domain';
import type { DataUser, Registry, ServiceDetail } from '../../registry';
import { drawUuid } from '../../seeded';
import { answered, carryOut, onExecuted, refused, type Reply } from '../answer';
import { answerStatement, noRows } from '../clickhouse/answer-statement';
import { readStatement } from '../clickhouse/statement';
import { onType } from '../on-type';
import type { Routes } from '../route';

const type = 'clickhouse';
type Rows = AnswerOf<Contract['ServiceClickHouseQuery']>;

/** How the registry answers operations on the databases and users of a ClickHouse: they are those of any service. */
export const clickHouseRoutes: Routes<typeof clickHouseOperations> = {
  ServiceClickHouseDatabaseList: (registry, { at }) =>
    onType(registry, at, { type }, ({ databases }) =>
      answered({
        databases: [...new Set([...databases, ...ownDatabases])].map((name) => ({
          name,
          engine: 'Replicated',
          required: ownDatabases.includes(name),
          state: 'ok',
        })),
      }),
    ),

  ServiceClickHouseDatabaseCreate: (registry, { at, body }) =>
    onType(registry, at, { type, posted: true }, () =>
      carryOut(registry, { type: 'CreateDatabase', ...at, database: body.database }, 'created'),
    ),

  ServiceClickHouseDatabaseDelete: (registry, { at }) =>
    onType(registry, at, { type }, () =>
      carryOut(registry, { type: 'DeleteDatabase', ...at, database: at.database }, 'deleted'),
    ),

  ServiceClickHouseUserList: (registry, { at }) =>
    onType(registry, at, { type }, (detail) => answered({ users: detail.users.map((user) => userBody(detail, user)) })),

  ServiceClickHouseUserCreate: (registry, { at, body: { name: username, password } }) => {
    const id = at;
    return onType(registry, id, { type, posted: true }, () =>
      onExecuted(registry, { type: 'CreateUser', ...id, username, ...given({ password: password ?? undefined }) }, () =>
        onType(registry, id, { type, posted: true }, (detail) =>
          onUser(
            detail,
            (user) => user.username === username,
            ({ password: shown, ...user }) =>
              answered({ user: { ...userBody(detail, { ...user, password: shown }), password: shown } }),
          ),
        ),
      ),
    );
  },

  ServiceClickHouseUserDelete: (registry, { at }) =>
    onNamedUser(registry, at, at.user, ({ username }) =>
      carryOut(registry, { type: 'DeleteUser', ...at, username }, 'deleted'),
    ),

  ServiceClickHousePasswordReset: (registry, { at, body: { password } }) =>
    onNamedUser(registry, at, at.user, ({ username }) =>
      onExecuted(
        registry,
        {
          type: 'ResetUserPassword',
          ...at,
          username,
          ...given({ password: password ?? undefined }),
        },
        () => onNamedUser(registry, at, at.user, (user) => answered({ password: user.password })),
      ),
    ),

  ServiceClickHouseQuery: (registry, { at, body: { query } }) => {
    const id = at;
    return onType<Rows>(registry, id, { type, posted: true }, (detail) => {
      const outcome = answerStatement(readStatement(query), detail.roles, detail.users);
      switch (outcome.kind) {
        case 'rows':
          return answered(outcome.rows);
        case 'changed':
          return onExecuted(registry, { type: 'ReplaceRoles', ...id, roles: outcome.access }, () => answered(noRows));
        case 'exception':
          return refused('request_invalid', outcome.message);
        case 'unknown':
          return refused(
            'operation_not_simulated',
            `Of SQL, statements about roles and grants are simulated, and reads of system.grants and system.role_grants; ` +
              `got ${shown(query.trim().split(/\s+/, 2).join(' '))}.`,
          );
      }
    });
  },
};

/** Those that every ClickHouse has. */
const ownDatabases: readonly string[] = ['default', 'system'];

const onNamedUser = <Body>(
  registry: Registry,
  id: ServiceId,
  uuid: string,
  answer: (user: DataUser, detail: ServiceDetail) => Reply<Body>,
): Reply<Body> =>
  onType(registry, id, { type }, (detail) =>
    onUser(
      detail,
      (user) => uuidOf(detail, user) === uuid,
      (user) => answer(user, detail),
    ),
  );

const onUser = <Body>(
  detail: ServiceDetail,
  isMeant: (user: DataUser) => boolean,
  answer: (user: DataUser) => Reply<Body>,
): Reply<Body> => {
  const user = detail.users.find(isMeant);
  return user === undefined
    ? refused(
        'user_not_found',
        `Service ${detail.facts.service} has no user of this id. List its users, and check the id.`,
      )
    : answer(user);
};

/** The same as long as the service has a user of this name. */
const uuidOf = ({ facts: { project, service, incarnation } }: ServiceDetail, { username }: DataUser): string =>
  drawUuid('clickhouse-user', project, service, incarnation, username);

const userBody = (detail: ServiceDetail, user: DataUser): ClickHouseUserBody => ({
  uuid: uuidOf(detail, user),
  name: user.username,
  required: user.kind === 'primary',
  roles: [],
  privileges: [],
});
