import { given, readFields, type JsonObject, type JsonValue, type ServiceId, type ServiceResource } from '../../domain';
import { formatDuration } from '../../engine';
import { isList, isObject, member, type ObjectValue, type Value } from '../protocol';
import { toText } from '../values';
import { withoutSecretValues } from './secret-values';
import { settingFacts } from './service-id';

/** Whose work a service is, besides the fingerprint of its request. Terraform does not tell a provider the address. */
export const originPath = ({ project, service }: ServiceId): string => `forkcast_service of ${project}/${service}`;

/** What an object of Terraform declares, for the engine, with its secrets apart. */
export interface DeclaredService {
  readonly resource: ServiceResource;
  readonly secrets: ReadonlyMap<string, string>;
}

/** The declared service of a plan or a state. What is unknown is left to the registry. */
export const readDeclaredService = (
  object: ObjectValue,
  {
    id,
    stack,
    timeoutMs,
    written = new Map(),
  }: {
    readonly id: ServiceId;
    readonly stack: string;
    readonly timeoutMs: number;
    /** Secrets that only the configuration has. */
    readonly written?: ReadonlyMap<string, string>;
  },
): DeclaredService => {
  const serviceType = toText(object['service_type']) ?? '';
  const { settings, secrets: kept } = withoutSecretValues(serviceType, settingsIn(object));
  const secrets = new Map([...kept, ...written]);
  const named = tagsIn(object['secrets'] ?? null);
  const typed = Object.fromEntries([...secrets.keys()].map((path) => [path, path]));
  const from = toText(object['from']);
  const resource: ServiceResource = {
    project: id.project,
    service_name: id.service,
    service_type: serviceType,
    ...given(readFields(fieldsIn(object))),
    user_config: settings,
    ...creationOnly(object),
    ...(secrets.size === 0 && Object.keys(named).length === 0 ? {} : { secrets: { ...named, ...typed } }),
    ...(from === 'primary' || from === 'secondary' ? { from } : {}),
    ...(object['latest_transaction'] === true ? { latest_transaction: true } : {}),
    on_fork_change: object['on_fork_change'] === 'replace' ? 'replace' : 'refuse',
    wait_for_source: true,
    create_timeout: formatDuration(timeoutMs),
    stack,
    path: originPath(id),
  };
  return { resource, secrets };
};

/** Reads the fields of an object; undefined: it is not there, or not known. */
export const fieldsIn = (object: ObjectValue) => {
  const at = (name: string): Value => object[name] ?? null;
  return {
    text: (name: string) => toText(at(name)),
    number: (name: string) => toNumber(at(name)),
    truth: (name: string) => toTruth(at(name)),
    texts: (name: string) => (isList(at(name)) ? [...textsIn(at(name))] : undefined),
    map: (name: string) => (isObject(at(name)) ? tagsIn(at(name)) : undefined),
  };
};

const toNumber = (value: Value): number | undefined => (typeof value === 'number' ? value : undefined);

const toTruth = (value: Value): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

/** What is asked for while a service is made, and at no other time. */
const creationOnly = (object: ObjectValue): Partial<ServiceResource> => {
  const addresses = textsIn(object['static_ips'] ?? null);
  const integrations = integrationsIn(object['service_integrations'] ?? null).map(({ type, source }) => ({
    integration_type: toText(type) ?? '',
    source_service: toText(source) ?? '',
  }));
  return {
    ...(addresses.length === 0 ? {} : { static_ips: [...addresses] }),
    ...(integrations.length === 0 ? {} : { service_integrations: integrations }),
  };
};

/** The integrations that are made together with a service. */
export const integrationsIn = (blocks: Value): readonly { readonly type: Value; readonly source: Value }[] =>
  (isList(blocks) ? blocks : []).map((one) => ({
    type: member(one, 'integration_type'),
    source: member(one, 'source_service_name'),
  }));

/** The texts of a list. */
export const textsIn = (list: Value): readonly string[] =>
  (isList(list) ? list : []).filter((item) => typeof item === 'string');

/** Tags as plain texts. */
export const tagsIn = (tags: Value): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(isObject(tags) ? tags : {}).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );

/** The settings that are set and known, as JSON. */
const settingsIn = (object: ObjectValue): JsonObject =>
  Object.fromEntries(
    Object.entries(settingFacts(object)).flatMap(([name, fact]): readonly (readonly [string, JsonValue])[] =>
      fact.known ? [[name, fact.value]] : [],
    ),
  );
