import * as z from 'zod/mini';
import {
  maintenanceDays,
  maintenanceTimePattern,
  once,
  type JsonObject,
  type NotSimulatedField,
  type notSimulatedNetwork,
} from '../../domain';
import { atLeast, json, jsonObject, list, maybeText, tags, techEmails, text } from './fields';
import { DELETE, GET, PATCH, POST, PUT, operation } from './operation';
import { IntegrationFields, type IntegrationCreateBody } from './integrations';
import { expectationQuery, OwnerFields } from './owners';
import { oneService, secretsQuery, service } from './service-answer';
import { resetBody } from './users';
import { codesLike, notRunning, settingsRefused } from './refusals';

/** What can be asked of a service whenever it is made or written. */
export const askedOfAny = once(() => ({
  cloud: maybeText,
  disk_space_mb: z.exactOptional(z.nullable(z.int())),
  user_config: z.exactOptional(jsonObject),
  termination_protection: z.exactOptional(z.boolean()),
}));

const collection = '/v1/project/{project}/service';
const one = '/v1/project/{project}/service/{service}';
const tagsPath = '/v1/project/{project}/service/{service}/tags';

const Origin = once(() =>
  z.strictObject({ stack: text, path: text, fingerprint: text, latest_transaction: z.boolean() }),
);

/** A request that sets one of these is refused by its name; what is asked of networks reaches the command, which is refused. */
const unsimulated = () =>
  ({
    cmk_id: z.exactOptional(json),
    karapace: z.exactOptional(json),
    schema_registry_authz: z.exactOptional(json),
    disaster_recovery_role: z.exactOptional(json),
  }) satisfies Record<Exclude<NotSimulatedField, typeof notSimulatedNetwork>, z.ZodMiniType>;

/** A client may send on what somebody wrote by hand: it is judged here. */
const integrationsAsked: () => z.ZodMiniType<readonly IntegrationCreateBody[], readonly JsonObject[]> = once(() =>
  list(IntegrationFields()),
);

const day: () => z.ZodMiniType<string, string> = once(() => z.enum(maintenanceDays));

const Maintenance = once(() =>
  z.exactOptional(
    z.nullable(
      z.strictObject({
        dow: z.exactOptional(day()),
        time: z.exactOptional(z.string().check(z.regex(maintenanceTimePattern))),
      }),
    ),
  ),
);

/** Operations on services and their tags. */
export const serviceOperations = {
  ServiceCreate: operation({
    ...POST(collection),
    summary: 'Makes a service, forked from another one when user_config has a fork key.',
    body: () =>
      z.strictObject({
        ...unsimulated(),
        service_name: text,
        service_type: text,
        /** Only a fork from the secondary location may leave it out: it gets its source's. */
        plan: z.exactOptional(text),
        ...askedOfAny(),
        tags: z.exactOptional(tags),
        copy_tags: z.exactOptional(z.boolean()),
        project_vpc_id: maybeText,
        static_ips: z.exactOptional(list(text)),
        service_integrations: z.exactOptional(integrationsAsked()),
        tech_emails: z.exactOptional(techEmails),
        maintenance: Maintenance(),
        group_name: z.exactOptional(z.nullable(z.literal('default'))),
        forkcast: z.exactOptional(
          z.strictObject({
            origin: z.exactOptional(Origin()),
            from: z.exactOptional(z.enum(['primary', 'secondary'])),
            /** `making`: it is held when its maker says so. @default false: held from the start */
            owner: z.exactOptional(z.extend(OwnerFields(), { making: z.exactOptional(z.boolean()) })),
            /** Restore all that the location can: the registry finds the time. */
            latest_transaction: z.exactOptional(z.boolean()),
          }),
        ),
      }),
    answer: oneService,
    refuses: [
      ...codesLike('backup_', 'cloud_', 'disk_', 'fork_', 'free_', 'plan_', 'recovery_', 'secondary_'),
      ...settingsRefused,
      'endpoint_not_found',
      'integration_type_unknown',
      'name_invalid',
      'service_already_exists',
      'service_name_invalid',
      'service_not_found',
      'service_type_unknown',
    ],
  }),

  ServiceList: operation({
    ...GET(collection),
    summary:
      'Lists the live services of a project, by name. A read token gets secrets as `<redacted>`, as `include_secrets=false` does.',
    query: secretsQuery,
    answer: () => atLeast({ services: list(service()) }),
  }),

  ServiceGet: operation({
    ...GET(one),
    summary: 'Gives one live service. A read token gets secrets as `<redacted>`, as `include_secrets=false` does.',
    query: secretsQuery,
    answer: oneService,
  }),

  ServiceUpdate: operation({
    ...PUT(one),
    summary:
      'Changes a service; user_config is merged, and a value of null resets the key. With `expect_…`, only the one that is meant.',
    query: expectationQuery,
    body: () =>
      z.strictObject({
        ...unsimulated(),
        plan: z.exactOptional(text),
        ...askedOfAny(),
        powered: z.exactOptional(z.boolean()),
        project_vpc_id: z.exactOptional(z.null()),
        tech_emails: z.exactOptional(techEmails),
        maintenance: Maintenance(),
        group_name: z.exactOptional(z.nullable(z.literal('default'))),
        /** `owner`: takes a service that nobody ever held, or writes the label of one's own anew. */
        forkcast: z.exactOptional(
          z.strictObject({ origin: z.exactOptional(Origin()), owner: z.exactOptional(OwnerFields()) }),
        ),
      }),
    answer: oneService,
    refuses: [
      ...codesLike('backup_', 'cloud_', 'disk_', 'free_', 'plan_'),
      ...settingsRefused,
      'fewer_nodes',
      'service_not_as_expected',
      ...notRunning,
      'termination_protected',
    ],
  }),

  ServiceDelete: operation({
    ...DELETE(one),
    summary: 'Terminates a service; termination protection refuses it. With `expect_…`, only the one that is meant.',
    query: expectationQuery,
    refuses: ['service_not_as_expected', 'termination_protected'],
  }),

  ServiceResetCredentials: operation({
    ...PUT('/v1/project/{project}/service/{service}/credentials/reset'),
    summary: 'Gives the administrator of a service a new password: `new_password`, or one that is drawn.',
    body: resetBody,
    needsBody: false,
    answer: oneService,
    refuses: ['user_not_found', ...notRunning],
  }),

  ServiceMaintenanceStart: operation({
    ...PUT('/v1/project/{project}/service/{service}/maintenance/start'),
    basis: 'schema',
    summary: 'Starts the maintenance updates that wait: there never are any.',
  }),

  ProjectServiceTagsList: operation({
    ...GET(tagsPath),
    summary: 'Lists the tags of a service.',
    answer: () => atLeast({ tags }),
  }),

  ProjectServiceTagsReplace: operation({
    ...PUT(tagsPath),
    summary: 'Replaces all tags of a service. With `expect_…`, only of the one that is meant.',
    query: expectationQuery,
    body: () => z.strictObject({ tags }),
    refuses: ['name_invalid', 'service_not_as_expected'],
  }),

  ProjectServiceTagsUpdate: operation({
    ...PATCH(tagsPath),
    summary: 'Adds and changes tags of a service; a value of null removes the tag.',
    body: () => z.strictObject({ tags: z.record(z.string(), z.nullable(z.string())) }),
    refuses: ['name_invalid'],
  }),
};
