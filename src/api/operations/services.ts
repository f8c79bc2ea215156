import * as z from 'zod/mini';
import { once, type NotSimulatedField, type notSimulatedNetworks } from '../../domain';
import { emptyList, jsonObject, maybeText, tags, text } from './fields';
import { operation, type BodyOf } from './operation';
import { IntegrationFields } from './integrations';
import { expectationQuery, OwnerFields } from './owners';

const collection = '/v1/project/{project}/service';
const one = '/v1/project/{project}/service/{service}';

const secretsQuery = once(() => z.object({ include_secrets: z.optional(text) }));

const Origin = once(() =>
  z.strictObject({ stack: text, path: text, fingerprint: text, latest_transaction: z.boolean() }),
);

/** A request that sets one of these is refused by its name; what is asked of networks reaches the command, which is refused. */
const unsimulated = () =>
  ({
    cmk_id: z.optional(z.unknown()),
    karapace: z.optional(z.unknown()),
    schema_registry_authz: z.optional(z.unknown()),
    disaster_recovery_role: z.optional(z.unknown()),
  }) satisfies Record<Exclude<NotSimulatedField, (typeof notSimulatedNetworks)[number]>, z.ZodMiniType>;

const Maintenance = once(() =>
  z.optional(
    z.nullable(
      z.strictObject({
        dow: z.optional(
          z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'never']),
        ),
        time: z.optional(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/))),
      }),
    ),
  ),
);

export const serviceCreate = operation({
  id: 'ServiceCreate',
  method: 'POST',
  path: collection,
  needs: 'write',
  summary: 'Makes a service, forked from another one when user_config has a fork key.',
  body: () =>
    z.strictObject({
      ...unsimulated(),
      service_name: text,
      service_type: text,
      /** Only a fork from the secondary location may leave it out: it gets its source's. */
      plan: z.optional(text),
      cloud: maybeText,
      disk_space_mb: z.optional(z.nullable(z.int())),
      user_config: z.optional(jsonObject),
      termination_protection: z.optional(z.boolean()),
      tags: z.optional(tags),
      copy_tags: z.optional(z.boolean()),
      project_vpc_id: maybeText,
      static_ips: z.optional(z.array(text)),
      service_integrations: z.optional(z.array(IntegrationFields())),
      tech_emails: emptyList,
      maintenance: Maintenance(),
      group_name: z.optional(z.nullable(z.literal('default'))),
      forkcast: z.optional(
        z.strictObject({
          origin: z.optional(Origin()),
          from: z.optional(z.enum(['primary', 'secondary'])),
          /** `making`: it is held when its maker says so. @default false: held from the start */
          owner: z.optional(z.extend(OwnerFields(), { making: z.optional(z.boolean()) })),
          /** Restore all that the location can: the registry finds the time. */
          latest_transaction: z.optional(z.boolean()),
        }),
      ),
    }),
});

export const serviceList = operation({
  id: 'ServiceList',
  method: 'GET',
  path: collection,
  needs: 'read',
  summary: 'Lists the live services of a project, by name; `include_secrets=false` leaves passwords out.',
  query: secretsQuery,
});

export const serviceGet = operation({
  id: 'ServiceGet',
  method: 'GET',
  path: one,
  needs: 'read',
  summary: 'Gives one live service; `include_secrets=false` leaves passwords out.',
  query: secretsQuery,
});

export const serviceUpdate = operation({
  id: 'ServiceUpdate',
  method: 'PUT',
  path: one,
  needs: 'write',
  summary:
    'Changes a service; user_config is merged, and a value of null resets the key. With `expect_…`, only the one that is meant.',
  query: expectationQuery,
  body: () =>
    z.strictObject({
      ...unsimulated(),
      plan: z.optional(text),
      cloud: maybeText,
      disk_space_mb: z.optional(z.nullable(z.int())),
      powered: z.optional(z.boolean()),
      termination_protection: z.optional(z.boolean()),
      user_config: z.optional(jsonObject),
      project_vpc_id: z.optional(z.null()),
      tech_emails: emptyList,
      maintenance: Maintenance(),
      group_name: z.optional(z.nullable(z.literal('default'))),
      /** `owner`: takes a service that nobody ever held, or writes the label of one's own anew. */
      forkcast: z.optional(z.strictObject({ origin: z.optional(Origin()), owner: z.optional(OwnerFields()) })),
    }),
});

export const serviceDelete = operation({
  id: 'ServiceDelete',
  method: 'DELETE',
  path: one,
  needs: 'write',
  summary: 'Terminates a service; termination protection refuses it. With `expect_…`, only the one that is meant.',
  query: expectationQuery,
});

export const serviceResetCredentials = operation({
  id: 'ServiceResetCredentials',
  method: 'PUT',
  path: '/v1/project/{project}/service/{service}/credentials/reset',
  needs: 'write',
  summary: 'Gives the administrator of a service a new password.',
});

export const serviceMaintenanceStart = operation({
  id: 'ServiceMaintenanceStart',
  method: 'PUT',
  path: '/v1/project/{project}/service/{service}/maintenance/start',
  needs: 'write',
  basis: 'schema',
  summary: 'Starts the maintenance updates that wait: there never are any.',
});

const tagsPath = '/v1/project/{project}/service/{service}/tags';

export const serviceTagsList = operation({
  id: 'ProjectServiceTagsList',
  method: 'GET',
  path: tagsPath,
  needs: 'read',
  summary: 'Lists the tags of a service.',
});

export const serviceTagsReplace = operation({
  id: 'ProjectServiceTagsReplace',
  method: 'PUT',
  path: tagsPath,
  needs: 'write',
  summary: 'Replaces all tags of a service. With `expect_…`, only of the one that is meant.',
  query: expectationQuery,
  body: () => z.strictObject({ tags }),
});

export const serviceTagsUpdate = operation({
  id: 'ProjectServiceTagsUpdate',
  method: 'PATCH',
  path: tagsPath,
  needs: 'write',
  summary: 'Adds and changes tags of a service; a value of null removes the tag.',
  body: () => z.strictObject({ tags: z.record(z.string(), z.nullable(z.string())) }),
});

/** Body of ServiceCreate, parsed. */
export type ServiceCreateFields = BodyOf<typeof serviceCreate>;

/** Body of ServiceUpdate, parsed. */
export type ServiceUpdateFields = BodyOf<typeof serviceUpdate>;

/** Operations on services and their tags. */
export const serviceOperations = [
  serviceCreate,
  serviceList,
  serviceGet,
  serviceUpdate,
  serviceDelete,
  serviceResetCredentials,
  serviceMaintenanceStart,
  serviceTagsList,
  serviceTagsReplace,
  serviceTagsUpdate,
] as const;
