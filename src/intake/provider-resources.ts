import { flatBlock, isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../domain';

/** A resource of Forkcast's own provider, in the values of Terraform's JSON syntax. */
export interface ProviderResource {
  readonly type: string;
  /** `forkcast_service.fork`. */
  readonly address: string;
  readonly values: JsonObject;
  /** Construct path of the resource; undefined: no construct wrote it. */
  readonly path: string | undefined;
}

/**
 * A `forkcast_service` in the fields of a `ServiceResource`: names of other services that it takes by reference are read where they
 * stand, and integrations that are resources of their own become its own. Never throws.
 */
export const providerFields = (resource: ProviderResource, all: readonly ProviderResource[]): JsonObject => {
  const { user_config: block, timeouts, service_integrations: blocks, ...values } = resource.values;
  const settings = flatBlock(bodyOf(block));
  const source = ['service_to_fork_from', 'pg_service_to_fork_from']
    .map((key) => referredTo(settings[key], all))
    .find((found) => found !== undefined);
  const { create } = bodyOf(timeouts);
  const integrations = [...ownIntegrations(blocks, all), ...integrationsOf(resource, all)];
  return {
    ...values,
    user_config: withNames(settings, all),
    ...(create === undefined ? {} : { create_timeout: create }),
    ...(integrations.length === 0 ? {} : { service_integrations: integrations }),
    ...(source === undefined ? {} : { source_address: pathOf(source), wait_for_source: true }),
    path: pathOf(resource),
  };
};

/** The construct whose resource it is: the resource itself is its default child. */
const pathOf = ({ path, address }: ProviderResource): string => path?.replace(/\/Default$/, '') ?? address;

/** A block of one is an object, or a list of one. */
const bodyOf = (block: JsonValue | undefined): JsonObject => {
  const body = isJsonList(block) ? block[0] : block;
  return isJsonObject(body) ? body : {};
};

/** The service whose name an expression reads; undefined: it is something else. */
const referredTo = (value: JsonValue | undefined, all: readonly ProviderResource[]): ProviderResource | undefined => {
  const [, address] =
    (typeof value === 'string' && /^\$\{(forkcast_service\.[\w-]+)\.service_name\}$/.exec(value)) || [];
  return all.find((resource) => resource.address === address);
};

const nameOf = (value: JsonValue | undefined, all: readonly ProviderResource[]): JsonValue =>
  referredTo(value, all)?.values['service_name'] ?? value ?? null;

const withNames = (settings: JsonObject, all: readonly ProviderResource[]): JsonObject =>
  Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, nameOf(value, all)] as const));

/** Those that stand in blocks of the service itself: they are made together with it. */
const ownIntegrations = (blocks: JsonValue | undefined, all: readonly ProviderResource[]): readonly JsonObject[] =>
  (isJsonList(blocks) ? blocks : [blocks]).filter(isJsonObject).map((block) => ({
    integration_type: block['integration_type'] ?? null,
    source_service: nameOf(block['source_service_name'], all),
  }));

/** The integrations that its construct declared: they stand beside it. Without constructs, those that name it. */
const integrationsOf = (resource: ProviderResource, all: readonly ProviderResource[]): readonly JsonObject[] =>
  all
    .filter(({ type, values, path }) => {
      if (type !== 'forkcast_service_integration') return false;
      if (path !== undefined && resource.path !== undefined) return path.startsWith(`${pathOf(resource)}/integration-`);
      return [values['source_service_name'], values['destination_service_name']].some(
        (end) => nameOf(end, all) === resource.values['service_name'],
      );
    })
    .map(({ values }) => {
      const end = (name: string): JsonValue => {
        const value = values[name];
        return referredTo(value, all)?.address === resource.address ? null : nameOf(value, all);
      };
      const [from, to] = [end('source_service_name'), end('destination_service_name')];
      return {
        integration_type: values['integration_type'] ?? null,
        ...(from === null ? {} : { source_service: from }),
        ...(to === null ? {} : { dest_service: to }),
      };
    });
