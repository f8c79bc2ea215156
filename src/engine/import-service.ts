import type { ServiceBody } from '../api';
import {
  isJsonList,
  isJsonObject,
  ServiceResource,
  serviceTypes,
  type JsonObject,
  type JsonValue,
  type ServiceId,
} from '../domain';
import type { EnginePorts } from './ports';

/** Who will declare the service from now on, and what an answer of the registry does not tell. */
export type Declarer = Pick<ServiceResource, 'stack' | 'path' | 'create_timeout'>;

/** The live service; undefined: there is none. @throws what the registry refuses, and RegistryUnreachableError */
export const readService = (ports: Pick<EnginePorts, 'client'>, id: ServiceId): Promise<ServiceBody | undefined> =>
  ports.client.getService(id.project, id.service);

/** A live service as a declaration of exactly what it is; undefined: there is none. Changes nothing. */
export const importService = async (
  ports: Pick<EnginePorts, 'client'>,
  id: ServiceId,
  declarer: Declarer,
): Promise<ServiceResource | undefined> => {
  const actual = await readService(ports, id);
  return actual && resourceOf(id, actual, declarer);
};

/**
 * The declaration that a live service already fulfils: planned against it with `recorded`, nothing but the owner changes.
 * Secrets are left out, as they are declared by the name of a variable only.
 */
export const resourceOf = (id: ServiceId, actual: ServiceBody, declarer: Declarer): ServiceResource =>
  ServiceResource.parse({
    project: id.project,
    service_name: id.service,
    service_type: actual.service_type,
    plan: actual.plan,
    cloud_name: actual.cloud_name,
    disk_space_mb: actual.disk_space_mb,
    termination_protection: actual.termination_protection,
    tags: actual.tags,
    user_config: openSettings(actual),
    on_fork_change: 'refuse',
    ...declarer,
  });

const openSettings = ({ service_type, user_config }: ServiceBody): JsonObject => {
  const keys = serviceTypes.find(({ name }) => name === service_type)?.userConfig ?? [];
  const secretKeys = new Set(keys.filter(({ effect }) => effect === 'secret').map(({ key }) => key));
  const secretFields = new Map(keys.map(({ key, secretFields: fields }) => [key, new Set(fields)]));
  return Object.fromEntries(
    Object.entries(user_config)
      .filter(([key]) => !secretKeys.has(key))
      .map(([key, value]) => [key, without(value, secretFields.get(key) ?? new Set())]),
  );
};

const without = (value: JsonValue, fields: ReadonlySet<string>): JsonValue => {
  if (isJsonList(value)) return value.map((item) => without(item, fields));
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(([field]) => !fields.has(field));
  return Object.fromEntries(kept.map(([field, inner]) => [field, without(inner, fields)]));
};
