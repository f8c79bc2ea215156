import type { JsonObject, JsonValue } from './json';
import { once } from './once';
import { serviceTypes } from './service-types';
import type { UserConfigKey } from './user-config-key';

/**
 * The settings of a service without its secrets: keys that are secret, and secret fields at any depth of other keys, are not there.
 * A service type that is not known keeps its settings. Never throws.
 */
export const withoutSecrets = (serviceType: string, userConfig: JsonObject): JsonObject => {
  const keys = keysWithSecrets().get(serviceType);
  if (keys === undefined || !Object.keys(userConfig).some((name) => keys.has(name))) return userConfig;
  return Object.fromEntries(
    Object.entries(userConfig).flatMap(([name, value]) => {
      const key = keys.get(name);
      if (key?.effect === 'secret') return [];
      return [[name, key?.secretFields === undefined ? value : withoutFields(value, key.secretFields)]];
    }),
  );
};

const keysWithSecrets = once(
  (): ReadonlyMap<string, ReadonlyMap<string, UserConfigKey>> =>
    new Map(
      serviceTypes.map(({ name, userConfig }) => [
        name,
        new Map(
          userConfig
            .filter(({ effect, secretFields }) => effect === 'secret' || secretFields !== undefined)
            .map((key) => [key.key, key]),
        ),
      ]),
    ),
);

const withoutFields = (value: JsonValue, fields: readonly string[]): JsonValue => {
  if (isList(value)) return value.map((item) => withoutFields(item, fields));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !fields.includes(name))
      .map(([name, inner]) => [name, withoutFields(inner, fields)]),
  );
};

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
