import { isJsonList, isJsonObject, sourceKeyNames, type JsonObject, type JsonValue } from '../domain';
import { findFamily, type ServiceFamily } from './plan/families';
import type { MarkedValue } from './plan/marked-value';
import { isWaitedService } from './plan/source-of';
import {
  readBody,
  findIntegrations,
  resolveName,
  readPath,
  referredTo,
  type ProviderResource,
  type ProviderResources,
} from './provider-resources';
import { readTemplate } from './read-template';

/** The family of a resource type of another provider than Forkcast's; undefined: it stands for no service. Never throws. */
export const foreignFamily = (type: string): ServiceFamily | undefined => {
  const family = findFamily(type);
  return family?.carriedBy === undefined ? family : undefined;
};

const nothing: MarkedValue = { value: undefined, unknown: undefined, sensitive: undefined };

/** The type that a resource of another provider is read as, as it is written; undefined: none that is known. Never throws. */
export const typeWritten = (type: string, values: JsonObject): string | undefined =>
  foreignFamily(type)?.readAs({ type, before: nothing, after: markValue(values) });

const timeKey = 'recovery_target_time';
/** What stands for a time that is another one on every run. */
const clockValue = '${timestamp()}';

/**
 * A service of another provider, as generated bindings write it, in the fields of a `ServiceResource`: expressions are unknown, names
 * of other services that it takes by reference are read where they stand. Undefined: it is no service that is known. Never throws.
 */
export const vendorFields = (resource: ProviderResource, all: ProviderResources): JsonObject | undefined => {
  const family = foreignFamily(resource.type);
  const type = typeWritten(resource.type, resource.values);
  const blockName = type && family?.userConfigBlock(type);
  if (family === undefined || type === undefined || blockName === undefined) return undefined;
  const block = readBody(resource.values[blockName]);
  const source = (family.sourceFields ?? sourceKeyNames)
    .map((key) => referredTo(block[key], all))
    .find((found) => found !== undefined);
  const values = {
    ...withNames(resource.values, all),
    ...(Object.keys(block).length === 0 ? {} : { [blockName]: [withNames(block, all)] }),
  };
  const open = [blockName, 'service_integrations'].filter((name) => Object.hasOwn(readBody(values['dynamic']), name));
  const marked = markValue(values);
  const fields = family.fieldsOf(
    type,
    { ...marked, unknown: { ...readBody(marked.unknown), ...Object.fromEntries(open.map((name) => [name, true])) } },
    { isWritten: (field) => Object.hasOwn(values, field) || open.includes(field) },
  );
  const settings = fields['user_config'];
  const isVolatile = readTemplate(block[timeKey] ?? null).isVolatile;
  const integrations = [...readList(fields['service_integrations']), ...findIntegrations(resource, all)];
  return {
    ...fields,
    ...(isJsonObject(settings)
      ? {
          user_config: {
            ...settings,
            ...(isVolatile ? { [timeKey]: clockValue } : {}),
            ...otherBlocksIn(resource.values, blockName),
          },
        }
      : {}),
    ...(integrations.length === 0 ? {} : { service_integrations: integrations }),
    ...(source === undefined ? {} : { source_address: readPath(source), wait_for_source: isWaited(source) }),
    path: readPath(resource),
  };
};

/** Blocks of settings of other types, by name: what is in them was meant and is asked for nowhere. */
const otherBlocksIn = (values: JsonObject, own: string): JsonObject => {
  const written = [values, readBody(values['dynamic'])].flatMap((blocks) =>
    Object.keys(blocks).filter((name) => Object.keys(readBody(blocks[name])).length > 0),
  );
  const others = written.filter((name) => name.endsWith('_user_config') && name !== own);
  return Object.fromEntries(others.map((name) => [name, true] as const));
};

const isWaited = (source: ProviderResource): boolean =>
  isWaitedService(typeWritten(source.type, source.values) ?? '', source.values);

const withNames = (fields: JsonObject, all: ProviderResources): JsonObject =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, named(value, all)] as const));

/** A name by reference, in blocks too. */
const named = (value: JsonValue, all: ProviderResources): JsonValue => {
  if (typeof value === 'string') return resolveName(value, all);
  if (isJsonList(value)) return value.map((item) => named(item, all));
  return isJsonObject(value) ? withNames(value, all) : value;
};

const readList = (value: JsonValue | undefined): readonly JsonValue[] =>
  value !== undefined && isJsonList(value) ? value : [];

/** A template as the value of a plan: what is an expression is marked as known only after apply. */
const markValue = (template: JsonValue): MarkedValue => {
  if (isJsonList(template)) return together(template.map(markValue), (parts) => parts);
  if (isJsonObject(template)) {
    const keys = Object.keys(template);
    const parts = keys.map((key) => markValue(template[key] ?? null));
    return together(parts, (members) => Object.fromEntries(keys.map((key, at) => [key, members[at] ?? null] as const)));
  }
  const { fact } = readTemplate(template);
  return fact.known
    ? { value: fact.value, unknown: undefined, sensitive: undefined }
    : { value: null, unknown: true, sensitive: undefined };
};

const together = (parts: readonly MarkedValue[], build: (members: readonly JsonValue[]) => JsonValue): MarkedValue => ({
  value: build(parts.map(({ value }) => value ?? null)),
  unknown: parts.some(({ unknown }) => unknown !== undefined)
    ? build(parts.map(({ unknown }) => unknown ?? false))
    : undefined,
  sensitive: undefined,
});
