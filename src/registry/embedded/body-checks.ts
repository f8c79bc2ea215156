// Written from the operations that the engine asks by scripts/checks.mjs; npm run build renews it.
import type { BodyOf, Contract, ServiceOperationId } from '../../api';
import { checkOf, shapes, type Check } from '../../domain';

const {
  fields,
  json,
  listOf,
  listUpTo,
  mapOf,
  matching,
  nothing,
  nullable,
  oneOf,
  optional,
  text,
  textUpTo,
  truth,
  whole,
} = shapes;

const service_integrations = () =>
  fields({
    integration_type: textUpTo(1024),
    source_project: optional(nullable(textUpTo(1024))),
    source_service: optional(nullable(textUpTo(1024))),
    source_endpoint_id: optional(nullable(textUpTo(1024))),
    dest_project: optional(nullable(textUpTo(1024))),
    dest_service: optional(nullable(textUpTo(1024))),
    dest_endpoint_id: optional(nullable(textUpTo(1024))),
    user_config: optional(nullable(mapOf(json))),
  });

const tech_emails = () => fields({ email: textUpTo(254) });

const maintenance = () =>
  fields({
    dow: optional(oneOf('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'never')),
    time: optional(matching(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/, text)),
  });

const origin = () =>
  fields({ stack: textUpTo(1024), path: textUpTo(1024), fingerprint: textUpTo(1024), latest_transaction: truth });

const owner = () =>
  fields({
    id: matching(/^[A-Za-z0-9][A-Za-z0-9._:/-]{7,127}$/, textUpTo(1024)),
    stack: textUpTo(1024),
    path: textUpTo(1024),
    workspace: optional(nullable(textUpTo(1024))),
    host: optional(nullable(textUpTo(1024))),
    making: optional(truth),
  });

/** The bodies of the operations that the engine asks, as their schemas have them. */
export const bodyChecks: { readonly [Id in ServiceOperationId]: Check<BodyOf<Contract[Id]>> } = {
  ClockGet: checkOf(() => nothing),
  ProjectServiceTagsReplace: checkOf(() => fields({ tags: mapOf(text) })),
  ServiceCreate: checkOf(() =>
    fields({
      cmk_id: optional(json),
      karapace: optional(json),
      schema_registry_authz: optional(json),
      disaster_recovery_role: optional(json),
      service_name: textUpTo(1024),
      service_type: textUpTo(1024),
      plan: optional(textUpTo(1024)),
      cloud: optional(nullable(textUpTo(1024))),
      disk_space_mb: optional(nullable(whole)),
      user_config: optional(mapOf(json)),
      termination_protection: optional(truth),
      tags: optional(mapOf(text)),
      copy_tags: optional(truth),
      project_vpc_id: optional(nullable(textUpTo(1024))),
      static_ips: optional(listOf(textUpTo(1024))),
      service_integrations: optional(listOf(service_integrations())),
      tech_emails: optional(listUpTo(10, tech_emails())),
      maintenance: optional(nullable(maintenance())),
      group_name: optional(nullable(oneOf('default'))),
      forkcast: optional(
        fields({
          origin: optional(origin()),
          from: optional(oneOf('primary', 'secondary')),
          owner: optional(owner()),
          latest_transaction: optional(truth),
        }),
      ),
    }),
  ),
  ServiceDelete: checkOf(() => nothing),
  ServiceGet: checkOf(() => nothing),
  ServiceIntegrationCreate: checkOf(() => service_integrations()),
  ServiceList: checkOf(() => nothing),
  ServiceMakerLook: checkOf(() =>
    fields({
      owner: matching(/^[A-Za-z0-9][A-Za-z0-9._:/-]{7,127}$/, textUpTo(1024)),
      hold: optional(oneOf('when-running', 'now')),
      by: optional(nullable(textUpTo(1024))),
    }),
  ),
  ServiceOwnerSet: checkOf(() =>
    fields({
      expect: fields({
        owner: optional(textUpTo(1024)),
        incarnation: optional(whole),
        created_at: optional(
          matching(
            new RegExp(
              '^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-0' +
                '2-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]' +
                '|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(' +
                '?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$',
              '',
            ),
            text,
          ),
        ),
        stale: optional(oneOf(true)),
      }),
      owner: nullable(owner()),
      by: optional(nullable(textUpTo(1024))),
    }),
  ),
  ServiceTaskCreate: checkOf(() =>
    fields({
      task_type: textUpTo(1024),
      target_version: optional(nullable(textUpTo(1024))),
      upgrade_check: optional(nullable(fields({ target_version: textUpTo(1024), async: optional(nullable(truth)) }))),
      migration_check: optional(json),
      create_user_backup: optional(json),
      dataset_import: optional(json),
      create_searchable_snapshot: optional(json),
    }),
  ),
  ServiceTaskGet: checkOf(() => nothing),
  ServiceUpdate: checkOf(() =>
    fields({
      cmk_id: optional(json),
      karapace: optional(json),
      schema_registry_authz: optional(json),
      disaster_recovery_role: optional(json),
      plan: optional(textUpTo(1024)),
      cloud: optional(nullable(textUpTo(1024))),
      disk_space_mb: optional(nullable(whole)),
      user_config: optional(mapOf(json)),
      termination_protection: optional(truth),
      powered: optional(truth),
      project_vpc_id: optional(nothing),
      tech_emails: optional(listUpTo(10, tech_emails())),
      maintenance: optional(nullable(maintenance())),
      group_name: optional(nullable(oneOf('default'))),
      forkcast: optional(
        fields({
          origin: optional(origin()),
          owner: optional(
            fields({
              id: matching(/^[A-Za-z0-9][A-Za-z0-9._:/-]{7,127}$/, textUpTo(1024)),
              stack: textUpTo(1024),
              path: textUpTo(1024),
              workspace: optional(nullable(textUpTo(1024))),
              host: optional(nullable(textUpTo(1024))),
            }),
          ),
        }),
      ),
    }),
  ),
};

/** Those of them that change nothing. */
export const readingOperations: ReadonlySet<ServiceOperationId> = new Set([
  'ClockGet',
  'ServiceGet',
  'ServiceList',
  'ServiceTaskGet',
]);
