import { defaultCatalogue, isJsonList, isJsonObject, planKey, type JsonObject, type JsonValue } from '../../../domain';
import { isLater, laterValue, pickPart, writeTemplate, type MarkedValue } from '../marked-value';
import type { PlannedResource } from '../plan-file';
import type { FieldContext, ServiceFamily } from './family';
import { readSecretLengths, readUserConfig } from './user-config';
import { blockList, readAttribute, readDiskMb, readIntegrations, readTimeout, written } from './values';

/**
 * Resources of the vendor's provider that are services, with the type that each one is.
 * @see terraform-provider-aiven, list of resources (read 2026-11-20)
 */
const vendorTypes: ReadonlyMap<string, string> = new Map(
  [
    ...['pg', 'mysql', 'opensearch', 'clickhouse', 'valkey', 'dragonfly', 'grafana'],
    ...['kafka', 'kafka_connect', 'kafka_mirrormaker', 'flink', 'thanos'],
    ...['redis', 'cassandra', 'm3db', 'influxdb', 'alloydbomni', 'elasticsearch'],
  ].map((type) => [`aiven_${type}`, type] as const),
);

/** The service type of a resource of the vendor's provider; undefined: it is no service. */
export const findVendorType = (type: string): string | undefined => vendorTypes.get(type);

/** The resource of old whose field tells the type, with the block of settings of that type. */
export const genericType = 'aiven_service';

/** The type that a resource of the vendor's provider is read as; undefined: it is no service that is known. Never throws. */
const vendorTypeRead = (type: string, serviceType: JsonValue | undefined): string | undefined => {
  const read = type === genericType && typeof serviceType === 'string' ? `aiven_${serviceType}` : type;
  return vendorTypes.has(read) ? read : undefined;
};

/** What the field of the generic resource says that it is. Never throws. */
export const genericTypeOf = ({ after, before }: Pick<PlannedResource, 'after' | 'before'>): JsonValue | undefined =>
  [after, before].map((values) => writeTemplate(pickPart(values, 'service_type'))).find(Boolean);

/** Services of the vendor's own provider, such as `aiven_pg`, and its data sources of the same names. */
export const vendorService: ServiceFamily = {
  isOne: (type) => type === genericType || vendorTypes.has(type),
  readAs: (resource) => vendorTypeRead(resource.type, genericTypeOf(resource)),
  userConfigBlock: (type) => `${vendorTypes.get(type) ?? ''}_user_config`,
  fieldsOf: (type, values, context): JsonObject => {
    const serviceType = vendorTypes.get(type) ?? '';
    const plan = writeTemplate(pickPart(values, 'plan'));
    const blockName = `${serviceType}_user_config`;
    return written({
      project: writeTemplate(pickPart(values, 'project')),
      service_name: writeTemplate(pickPart(values, 'service_name')),
      service_type: serviceType,
      plan,
      cloud_name: readAttribute(values, 'cloud_name', context),
      disk_space_mb: readDisk(serviceType, plan, { values, context }),
      // The provider's own default: what is not written is asked for as off.
      termination_protection: readAttribute(values, 'termination_protection', context) ?? false,
      tags: readTags(writeTemplate(pickPart(values, 'tag'))),
      maintenance_window_dow: readAttribute(values, 'maintenance_window_dow', context),
      maintenance_window_time: readAttribute(values, 'maintenance_window_time', context),
      tech_emails: readEmails(writeTemplate(pickPart(values, 'tech_emails'))),
      project_vpc_id: readAttribute(values, 'project_vpc_id', context),
      static_ips: readAttribute(values, 'static_ips', context),
      service_integrations: readIntegrations(writeTemplate(pickPart(values, 'service_integrations')), context),
      user_config: readUserConfig(serviceType, values, { ...context, blockName, isVendors: true }),
      secret_lengths: readSecretLengths(serviceType, values, blockName),
      create_timeout: readTimeout(values, 'create') ?? readTimeout(values, 'default'),
    });
  },
};

const readDisk = (
  serviceType: string,
  plan: JsonValue,
  { values, context }: { readonly values: MarkedValue; readonly context: FieldContext },
): JsonValue => {
  const size = (field: string): JsonValue => {
    const template = readAttribute(values, field, context);
    const sizeMb = readDiskMb(template);
    return sizeMb === undefined ? template : sizeMb;
  };
  const whole = size('disk_space');
  if (whole !== null) return whole;
  const additional = size('additional_disk_space');
  if (typeof additional !== 'number') return additional;
  const included =
    typeof plan === 'string' ? defaultCatalogue.plans.get(planKey(serviceType, plan))?.diskMb : undefined;
  return included === undefined ? laterValue : included + additional;
};

/** One address a block; no block: none is asked for. */
const readEmails = (blocks: JsonValue): JsonValue => {
  const template = blockList(blocks);
  if (!isJsonList(template)) return template;
  const emails = template.map((item) => (isJsonObject(item) ? (item.email ?? null) : item));
  return emails.length === 0 ? null : emails.some(isLater) ? laterValue : emails;
};

const readTags = (blocks: JsonValue): JsonValue => {
  const template = blockList(blocks);
  if (!isJsonList(template)) return template;
  const pairs = template.map((tag) => (isJsonObject(tag) ? [tag.key, tag.value] : [undefined, undefined]));
  if (pairs.some((pair) => pair.some(isLater)) || template.some(isLater)) return laterValue;
  return Object.fromEntries(
    pairs.flatMap(([key, value]) => (typeof key === 'string' ? [[key, typeof value === 'string' ? value : '']] : [])),
  );
};
