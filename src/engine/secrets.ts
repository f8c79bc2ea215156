import { isJsonList, isJsonObject, type JsonObject, type JsonValue, type ServiceResource } from '../domain';
import { SecretMissingError } from './errors';
import type { EnginePorts } from './ports';

/** The `user_config` key that a secret's path (`admin_password`, `openid.client_secret`) starts with. */
export const keyOfSecret = (path: string): string => path.split('.', 1).join('');

/**
 * The declared `user_config` with its secrets in place, each read from its environment variable now.
 * @throws SecretMissingError when a variable is not set
 */
export const withSecrets = (
  { environment }: Pick<EnginePorts, 'environment'>,
  { user_config, secrets = {} }: Pick<ServiceResource, 'user_config' | 'secrets'>,
): JsonObject =>
  Object.entries(secrets).reduce<JsonObject>((settings, [path, variable]) => {
    const value = environment(variable);
    if (value === undefined || value === '') throw new SecretMissingError(path, variable);
    return putIn(settings, path.split('.'), value);
  }, user_config);

/** A `user_config` without the values that stand at the paths of secrets: what can be compared. */
export const withoutSecrets = (settings: JsonObject, { secrets = {} }: Pick<ServiceResource, 'secrets'>): JsonObject =>
  Object.keys(secrets).reduce<JsonObject>((left, path) => takeFrom(left, path.split('.')), settings);

const putIn = (object: JsonObject, [field = '', ...rest]: readonly string[], value: string): JsonObject => ({
  ...object,
  [field]: rest.length === 0 ? value : putBelow(object[field], rest, value),
});

const putBelow = (inner: JsonValue | undefined, path: readonly string[], value: string): JsonValue => {
  if (!isJsonList(inner)) return putIn(isJsonObject(inner) ? inner : {}, path, value);
  const [index, ...rest] = path;
  return inner.map((item, at) => {
    if (String(at) !== index) return item;
    return rest.length === 0 ? value : putBelow(item, rest, value);
  });
};

const takeFrom = (object: JsonObject, [field = '', ...rest]: readonly string[]): JsonObject => {
  const { [field]: inner, ...others } = object;
  if (inner === undefined || rest.length === 0) return others;
  return { ...object, [field]: takeBelow(inner, rest) };
};

const takeBelow = (inner: JsonValue, path: readonly string[]): JsonValue => {
  if (isJsonObject(inner)) return takeFrom(inner, path);
  if (!isJsonList(inner)) return inner;
  const [index, ...rest] = path;
  return inner.map((item, at) => (String(at) === index && rest.length > 0 ? takeBelow(item, rest) : item));
};
