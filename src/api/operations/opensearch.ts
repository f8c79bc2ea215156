import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, list, text } from './fields';
import { GET, POST, PUT, operation } from './operation';
import { notRunning } from './refusals';
import { newPassword } from './users';

const acl = '/v1/project/{project}/service/{service}/opensearch/acl';
const security = '/v1/project/{project}/service/{service}/opensearch/security';

const rules = once(() =>
  list(z.strictObject({ username: text, rules: list(z.strictObject({ index: text, permission: text })) })),
);

const config = once(() => atLeast({ enabled: z.boolean(), extended_acl: z.boolean(), acls: rules() }));

export type OpenSearchAclBody = z.infer<ReturnType<typeof config>>;

const oneConfig = once(() => atLeast({ opensearch_acl_config: config() }));

/** The vendor's provider writes one of the fields in two ways. */
const told = once(() =>
  z.strictObject({
    enabled: z.exactOptional(z.boolean()),
    extended_acl: z.exactOptional(z.boolean()),
    extendedAcl: z.exactOptional(z.boolean()),
    acls: z.exactOptional(rules()),
  }),
);

const standing = once(() =>
  atLeast({
    security_plugin_available: z.boolean(),
    security_plugin_enabled: z.boolean(),
    security_plugin_admin_enabled: z.boolean(),
  }),
);

const password = once(() => z.string().check(z.minLength(8), z.maxLength(256)));

/** Operations on the access rules and the security plugin of an OpenSearch: kept as they are told, and nobody is kept out by them. */
export const openSearchOperations = {
  ServiceOpenSearchAclGet: operation({
    ...GET(acl),
    summary: 'Gives the access rules of an OpenSearch.',
    answer: oneConfig,
    refuses: ['type_unsuitable'],
  }),

  ServiceOpenSearchAclSet: operation({
    ...POST(acl),
    summary: 'Replaces the access rules of an OpenSearch; nobody is kept out by them.',
    body: () => z.strictObject({ opensearch_acl_config: told() }),
    answer: oneConfig,
    refuses: ['type_unsuitable'],
  }),

  ServiceOpenSearchAclUpdate: operation({
    ...PUT(acl),
    summary: 'Changes the access rules of an OpenSearch; what is left out stays.',
    body: () => z.strictObject({ opensearch_acl_config: told() }),
    answer: oneConfig,
    refuses: ['type_unsuitable'],
  }),

  ServiceOpenSearchSecurityGet: operation({
    ...GET(security),
    summary: 'Tells whether the security plugin of an OpenSearch has an administrator.',
    answer: standing,
    refuses: ['type_unsuitable'],
  }),

  ServiceOpenSearchSecuritySet: operation({
    ...POST(`${security}/admin` as const),
    summary: 'Makes the administrator of the security plugin, the user os-sec-admin.',
    body: () => z.strictObject({ admin_password: password() }),
    answer: standing,
    refuses: ['secrets_sealed', 'type_unsuitable', 'user_already_exists', ...notRunning],
  }),

  ServiceOpenSearchSecurityReset: operation({
    ...PUT(`${security}/admin` as const),
    summary: 'Gives the administrator of the security plugin another password, to whoever knows the one before.',
    body: () => z.strictObject({ admin_password: text, new_password: newPassword() }),
    answer: standing,
    refuses: ['secrets_sealed', 'type_unsuitable', 'user_not_found', ...notRunning],
  }),
};
