import { shapes, type Shape } from '../../domain';
import type { IntegrationFieldsBody, ServiceCreateFields, ServiceUpdateFields } from '../../api';

const { fields, json, listOf, mapOf, maybe, oneOf, optional, textUpTo, truth, whole } = shapes;

/** What the schemas of the contract allow a text. */
const text = textUpTo(1024);

const origin = fields({ stack: text, path: text, fingerprint: text, latest_transaction: truth });

const ownerFields = { id: text, stack: text, path: text, workspace: maybe(text), host: maybe(text) };

/** Fields that the engine never sends, and that the contract knows: they are left to its schemas. */
type NeverSent =
  | 'cmk_id'
  | 'karapace'
  | 'schema_registry_authz'
  | 'disaster_recovery_role'
  | 'tech_emails'
  | 'maintenance'
  | 'group_name';

/** Body of ServiceIntegrationCreate, as its schema has it. */
export const integrationShape: Shape = fields({
  integration_type: text,
  source_project: maybe(text),
  source_service: maybe(text),
  source_endpoint_id: maybe(text),
  dest_project: maybe(text),
  dest_service: maybe(text),
  dest_endpoint_id: maybe(text),
  user_config: maybe(mapOf(json)),
} satisfies Record<keyof IntegrationFieldsBody, Shape>);

/** Body of ServiceCreate as the engine sends it, as its schema has it. */
export const createShape: Shape = fields({
  service_name: text,
  service_type: text,
  plan: optional(text),
  cloud: maybe(text),
  disk_space_mb: maybe(whole),
  user_config: optional(mapOf(json)),
  termination_protection: optional(truth),
  tags: optional(mapOf(shapes.text)),
  copy_tags: optional(truth),
  project_vpc_id: maybe(text),
  static_ips: optional(listOf(text)),
  service_integrations: optional(listOf(integrationShape)),
  forkcast: optional(
    fields({
      origin: optional(origin),
      from: optional(oneOf('primary', 'secondary')),
      owner: optional(fields({ ...ownerFields, making: optional(truth) })),
      latest_transaction: optional(truth),
    }),
  ),
} satisfies Record<Exclude<keyof ServiceCreateFields, NeverSent>, Shape>);

/** Body of ServiceUpdate as the engine sends it, as its schema has it. */
export const updateShape: Shape = fields({
  plan: optional(text),
  cloud: maybe(text),
  disk_space_mb: maybe(whole),
  powered: optional(truth),
  termination_protection: optional(truth),
  user_config: optional(mapOf(json)),
  forkcast: optional(fields({ origin: optional(origin), owner: optional(fields(ownerFields)) })),
} satisfies Record<Exclude<keyof ServiceUpdateFields, NeverSent | 'project_vpc_id'>, Shape>);

/** Tags as ProjectServiceTagsReplace takes them. */
export const tagsShape: Shape = fields({ tags: mapOf(shapes.text) });
