import { flatBlock, isJsonList, isJsonObject, sourceKeyNames, type JsonObject, type JsonValue } from '../domain';
import { findFamily } from './plan/families';
import { openIntegrations } from './plan/families/values';
import { integrationTypes } from './plan/families/vendor-integration';

/** A resource of Forkcast's own provider, of the vendor's or of a reseller's, in the values of Terraform's JSON syntax. */
export interface ProviderResource {
  readonly type: string;
  /** `forkcast_service.fork`, `aiven_pg.copy["eu"]`. */
  readonly address: string;
  /** Of an instance, such as `["eu"]`; empty: it is the only one. */
  readonly index: string;
  readonly values: JsonObject;
  /** Construct path of the resource; undefined: no construct wrote it. */
  readonly path: string | undefined;
}

/** Those of one stack, as others look them up. */
export interface ProviderResources {
  readonly byAddress: ReadonlyMap<string, ProviderResource>;
  /** Attributes of data sources, which make nothing: by `data.aiven_pg.live`. */
  readonly read: ReadonlyMap<string, JsonObject>;
  readonly integrations: readonly ProviderResource[];
}

/** Indexes the resources of one stack. Never throws. */
export const indexResources = (
  resources: readonly ProviderResource[],
  read: ReadonlyMap<string, JsonObject> = new Map(),
): ProviderResources => ({
  byAddress: new Map(resources.map((resource) => [resource.address, resource])),
  read,
  integrations: resources.filter(({ type }) => integrationTypes.has(type)),
});

/**
 * A `forkcast_service` in the fields of a `ServiceResource`: names of other services that it takes by reference are read where they
 * stand, and integrations that are resources of their own become its own. Never throws.
 */
export const providerFields = (resource: ProviderResource, all: ProviderResources): JsonObject => {
  const { user_config: block, timeouts, service_integrations: blocks, ...values } = resource.values;
  const settings = flatBlock(readBody(block));
  // No block at all: it goes on as it is, for whoever reads the fields to tell.
  const isBlock = typeof block === 'object' && block !== null;
  const source = sourceKeyNames.map((key) => referredTo(settings[key], all)).find((found) => found !== undefined);
  const { create } = readBody(timeouts);
  const isOpen = Object.hasOwn(readBody(resource.values['dynamic']), 'service_integrations');
  const integrations = [
    ...ownIntegrations(blocks, all),
    ...(isOpen ? openIntegrations : []),
    ...findIntegrations(resource, all),
  ];
  return {
    ...values,
    user_config: isBlock ? withNames(settings, all) : (block ?? {}),
    ...(create === undefined ? {} : { create_timeout: create }),
    ...(integrations.length === 0 ? {} : { service_integrations: integrations }),
    ...(source === undefined ? {} : { source_address: readPath(source), wait_for_source: true }),
    path: readPath(resource),
  };
};

/** The construct whose resource it is: the resource itself is its default child. */
export const readPath = ({ path, address, index }: ProviderResource): string =>
  path === undefined ? address : `${path.replace(/\/Default$/, '')}${index}`;

/** A block of one is an object, or a list of one. */
export const readBody = (block: JsonValue | undefined): JsonObject => {
  const body = isJsonList(block) ? block[0] : block;
  return isJsonObject(body) ? body : {};
};

const reference = /^\$\{([a-z]\w*\.[\w-]+(?:\[(?:\d+|"[^"]*")\])?)\.(service_name|name)\}$/;

/** The service whose name an expression reads; undefined: it is something else. */
export const referredTo = (value: JsonValue | undefined, all: ProviderResources): ProviderResource | undefined => {
  const [, address = '', attribute] = (typeof value === 'string' && reference.exec(value)) || [];
  const found = all.byAddress.get(address);
  return found !== undefined && nameFieldIn(found) === attribute ? found : undefined;
};

/** The name that an expression reads, where it stands; any other value as it is. Never throws. */
export const resolveName = (value: JsonValue | undefined, all: ProviderResources): JsonValue =>
  ownName(referredTo(value, all)) ?? readByData(value, all) ?? value ?? null;

const nameFieldIn = ({ type }: ProviderResource): string => findFamily(type)?.nameField ?? 'service_name';

const ownName = (resource: ProviderResource | undefined): JsonValue | undefined =>
  resource?.values[nameFieldIn(resource)];

const dataReference = /^\$\{(data\.(?:forkcast_service|aiven_\w+)\.[\w-]+)\.(service_name|project)\}$/;

/** What a data source is asked for it answers too: its own name and project. */
const readByData = (value: JsonValue | undefined, all: ProviderResources): JsonValue | undefined => {
  const [, address, attribute = ''] = (typeof value === 'string' && dataReference.exec(value)) || [];
  return address === undefined ? undefined : all.read.get(address)?.[attribute];
};

const withNames = (settings: JsonObject, all: ProviderResources): JsonObject =>
  Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, resolveName(value, all)] as const));

/** Those that stand in blocks of the service itself: they are made together with it. */
const ownIntegrations = (blocks: JsonValue | undefined, all: ProviderResources): readonly JsonObject[] =>
  (isJsonList(blocks) ? blocks : [blocks]).filter(isJsonObject).map((block) => ({
    integration_type: block['integration_type'] ?? null,
    source_service: resolveName(block['source_service_name'], all),
  }));

type End = 'source' | 'destination';

/** Whether a service is the one at an end of an integration: by reference, or by project and name. */
const isAt = (
  end: End,
  { values }: ProviderResource,
  { resource, all }: { readonly resource: ProviderResource; readonly all: ProviderResources },
): boolean => {
  const name = values[`${end}_service_name`];
  const referred = referredTo(name, all);
  if (referred !== undefined) return referred.address === resource.address;
  const project = values[`${end}_service_project`] ?? values['project'];
  return name === resource.values['service_name'] && project === resource.values['project'];
};

/** The integrations that its construct declared: they stand beside it. Without constructs, those that name it. */
export const findIntegrations = (resource: ProviderResource, all: ProviderResources): readonly JsonObject[] =>
  all.integrations
    .filter((other) => {
      if (other.type === 'forkcast_service_integration' && other.path !== undefined && resource.path !== undefined)
        return other.path.startsWith(`${readPath(resource)}/integration-`);
      return isAt('source', other, { resource, all }) || isAt('destination', other, { resource, all });
    })
    .map((integration) => {
      const { values } = integration;
      const other = (end: End): JsonValue =>
        isAt(end, integration, { resource, all }) ? null : resolveName(values[`${end}_service_name`], all);
      const [from, to] = [other('source'), other('destination')];
      return {
        integration_type: values['integration_type'] ?? null,
        ...(from === null ? {} : { source_service: from }),
        ...(to === null ? {} : { dest_service: to }),
      };
    });
