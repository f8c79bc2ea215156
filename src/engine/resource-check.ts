// Written from src/domain/service-resource.ts by scripts/checks.mjs; npm run build renews it.
import { checkOf, shapes, type Check, type ServiceResource } from '../domain';

const { fields, json, listOf, mapOf, oneOf, optional, text, truth, whole } = shapes;

/** A declared service, as its schema has it. */
export const resourceCheck: Check<ServiceResource> = checkOf(() =>
  fields({
    project: text,
    service_name: text,
    service_type: text,
    plan: optional(text),
    cloud_name: optional(text),
    disk_space_mb: optional(whole),
    termination_protection: optional(truth),
    tags: optional(mapOf(text)),
    maintenance_window_dow: optional(text),
    maintenance_window_time: optional(text),
    tech_emails: optional(listOf(text)),
    user_config: mapOf(json),
    secrets: optional(mapOf(text)),
    project_vpc_id: optional(text),
    static_ips: optional(listOf(text)),
    service_integrations: optional(listOf(mapOf(json))),
    powered: optional(truth),
    from: optional(oneOf('primary', 'secondary')),
    latest_transaction: optional(truth),
    on_fork_change: oneOf('refuse', 'replace'),
    source_address: optional(text),
    wait_for_source: optional(truth),
    create_timeout: text,
    moved_from: optional(fields({ stack: text, path: text })),
    stack: text,
    path: text,
  }),
);
