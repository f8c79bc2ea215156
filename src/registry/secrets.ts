import { isJsonList, type JsonObject, type JsonValue, type ServiceType, type UserConfigKey } from '../domain';
import { drawHash } from './seeded';

/**
 * How a secret stands in the log: a keyed hash, so that a change of it is a change, and it is never shown. The key is the seed of the
 * registry, which lies in the same log: this hides a secret, and does not protect it.
 */
const mark = 'secret:';

/** The settings as they go into the log: every secret replaced by its keyed hash. Never throws. */
export const sealSecrets = (type: ServiceType | undefined, userConfig: JsonObject, seed: string): JsonObject =>
  mapSecrets(type, userConfig, sealedBy(seed));

/** The settings as they may be shown: without their secrets. Never throws. */
export const withoutSecrets = (type: ServiceType | undefined, userConfig: JsonObject): JsonObject =>
  mapSecrets(type, userConfig, () => undefined);

const secretName = /password|passwd|secret|token|api_?key|access_key|private_key|credential|_pem$|^key$/i;

/**
 * Settings of no known schema as they go into the log: a field whose name says that it is a secret is replaced by its keyed hash,
 * at any depth. Never throws.
 */
export const sealFields = (settings: JsonObject, seed: string): JsonObject => named(settings, sealedBy(seed));

/** The same settings as they may be shown: without those fields. Never throws. */
export const withoutSecretFields = (settings: JsonObject): JsonObject => named(settings, () => undefined);

const named = (fields: JsonObject, replace: Replace): JsonObject =>
  mapFields(fields, (key, value) => (secretName.test(key) ? replace(value) : namedIn(value, replace)));

const namedIn = (value: JsonValue, replace: Replace): JsonValue => {
  if (value === null || typeof value !== 'object') return value;
  return isJsonList(value) ? value.map((item) => namedIn(item, replace)) : named(value, replace);
};

type Replace = (value: JsonValue) => JsonValue | undefined;

const sealedBy =
  (seed: string): Replace =>
  (value) =>
    mark + drawHash(seed, 'secret', JSON.stringify(value)).slice(0, 32);

const mapSecrets = (type: ServiceType | undefined, userConfig: JsonObject, replace: Replace): JsonObject => {
  const keys = new Map(type?.userConfig.map((key) => [key.key, key]) ?? []);
  return mapFields(userConfig, (key, value) => replaceSecrets(keys.get(key), value, replace));
};

const replaceSecrets = (key: UserConfigKey | undefined, value: JsonValue, replace: Replace): JsonValue | undefined => {
  if (value === null || key === undefined) return value;
  if (key.effect === 'secret') return replace(value);
  return key.secretFields === undefined ? value : nested(value, key.secretFields, replace);
};

const nested = (value: JsonValue, names: readonly string[], replace: Replace): JsonValue => {
  if (value === null || typeof value !== 'object') return value;
  if (isJsonList(value)) return value.map((item) => nested(item, names, replace));
  return mapFields(value, (key, item) => (names.includes(key) ? replace(item) : nested(item, names, replace)));
};

const mapFields = (fields: JsonObject, next: (key: string, value: JsonValue) => JsonValue | undefined): JsonObject =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]): readonly (readonly [string, JsonValue])[] => {
      const replaced = next(key, value);
      return replaced === undefined ? [] : [[key, replaced]];
    }),
  );
