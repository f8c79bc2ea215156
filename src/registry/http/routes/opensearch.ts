import * as z from 'zod/mini';
import type { AnswerOf, BodyOf, Contract, OpenSearchAclBody, openSearchOperations } from '../../../api';
import type { ServiceId } from '../../../domain';
import { instanceKey } from '../../events';
import type { Registry, ServiceDetail } from '../../registry';
import { answered, onAccepted, onExecuted, refused, type Reply } from '../answer';
import { keepRecord } from '../keep-record';
import { onType } from '../on-type';
import type { Routes } from '../route';

const type = 'opensearch';
const kind = 'opensearch_acl';
type OneConfig = AnswerOf<Contract['ServiceOpenSearchAclGet']>;
type Standing = AnswerOf<Contract['ServiceOpenSearchSecurityGet']>;

/** How the registry answers operations on the access rules and the security plugin of an OpenSearch. */
export const openSearchRoutes: Routes<typeof openSearchOperations> = {
  ServiceOpenSearchAclGet: (registry, { at }) => oneConfig(registry, at),

  ServiceOpenSearchAclSet: (registry, { at, body }) =>
    onType(registry, at, { type, posted: true }, () => keepConfig(registry, at, { ...unsaid, ...toldOf(body) })),

  ServiceOpenSearchAclUpdate: (registry, { at, body }) =>
    onType(registry, at, { type }, (detail) =>
      keepConfig(registry, at, { ...configOf(registry, detail), ...toldOf(body) }),
    ),

  ServiceOpenSearchSecurityGet: (registry, { at }) => standing(registry, at),

  ServiceOpenSearchSecuritySet: (registry, { at, body }) => {
    const id = at;
    return onType(registry, id, { type, posted: true }, () =>
      onExecuted(registry, { type: 'CreateUser', ...id, username: administrator, password: body.admin_password }, () =>
        standing(registry, id),
      ),
    );
  },

  ServiceOpenSearchSecurityReset: (registry, { at, body }) => {
    const id = at;
    return onType(registry, id, { type }, ({ users }) => {
      const user = users.find(({ username }) => username === administrator);
      if (user !== undefined && user.password !== body.admin_password) {
        return refused('request_invalid', `Body, admin_password: it is not the password of ${administrator}.`);
      }
      const password = body.new_password ?? undefined;
      return onExecuted(
        registry,
        {
          type: 'ResetUserPassword',
          ...id,
          username: administrator,
          ...(password === undefined ? {} : { password }),
        },
        () => standing(registry, id),
      );
    });
  },
};

/** The user of the security plugin, who manages everybody else. @see documentation, products/opensearch/howto/enable-opensearch-security */
const administrator = 'os-sec-admin';

const standing = (registry: Registry, id: ServiceId): Reply<Standing> =>
  onType(registry, id, { type }, ({ users }) => {
    const hasAdministrator = users.some(({ username }) => username === administrator);
    return answered({
      security_plugin_available: true,
      security_plugin_enabled: hasAdministrator,
      security_plugin_admin_enabled: hasAdministrator,
    });
  });

/** Of a service that was told nothing. */
const unsaid: OpenSearchAclBody = { enabled: false, extended_acl: false, acls: [] };

const toldOf = ({ opensearch_acl_config: told }: BodyOf<Contract['ServiceOpenSearchAclSet']>) => {
  const { extendedAcl, extended_acl: extended = extendedAcl, ...rest } = told;
  return { ...rest, ...(extended === undefined ? {} : { extended_acl: extended }) };
};

const keptConfig = z.object({
  enabled: z.boolean(),
  extended_acl: z.boolean(),
  acls: z.array(
    z.object({ username: z.string(), rules: z.array(z.object({ index: z.string(), permission: z.string() })) }),
  ),
});

const configOf = (registry: Registry, detail: ServiceDetail): OpenSearchAclBody => {
  const record = registry
    .records(detail.facts.project, kind)
    .find(({ id }) => id === `${instanceKey(detail.facts)}/acl`);
  const kept = keptConfig.safeParse(record?.value);
  return kept.success ? kept.data : unsaid;
};

const oneConfig = (registry: Registry, id: ServiceId): Reply<OneConfig> =>
  onType(registry, id, { type }, (detail) => {
    const config = configOf(registry, detail);
    return answered({ opensearch_acl_config: { ...config, extendedAcl: config.extended_acl } });
  });

const keepConfig = (registry: Registry, at: ServiceId, { enabled, extended_acl, acls }: OpenSearchAclBody) => {
  const value = { enabled, extended_acl, acls: acls.map(({ username, rules }) => ({ username, rules: [...rules] })) };
  const outcome = keepRecord(registry, { kind, ...at, id: 'acl', value });
  return onAccepted(outcome, () => oneConfig(registry, at));
};
