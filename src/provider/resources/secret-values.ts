import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../domain';
import { keyOfType } from './user-config';

/** Settings without their secrets, and the secrets by the path where they stand: `admin_password`, `openid.client_secret`. */
interface ParedSettings {
  readonly settings: JsonObject;
  readonly secrets: ReadonlyMap<string, string>;
}

/** Takes the secrets out of settings, as the schema of the service type marks them. Never throws. */
export const withoutSecretValues = (serviceType: string, userConfig: JsonObject): ParedSettings => {
  const secrets = new Map<string, string>();
  const settings = Object.entries(userConfig).flatMap(([name, value]): readonly (readonly [string, JsonValue])[] => {
    const key = keyOfType(name, serviceType);
    if (key?.effect === 'secret' && typeof value === 'string') {
      secrets.set(name, value);
      return [];
    }
    if (key?.secretFields === undefined) return [[name, value]];
    return [[name, pare(value, name, new Set(key.secretFields), secrets)]];
  });
  return { settings: Object.fromEntries(settings), secrets };
};

const pare = (value: JsonValue, path: string, fields: ReadonlySet<string>, secrets: Map<string, string>): JsonValue => {
  if (isJsonList(value)) return value.map((item, index) => pare(item, `${path}.${index}`, fields, secrets));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, inner]): readonly (readonly [string, JsonValue])[] => {
      if (!fields.has(field) || typeof inner !== 'string')
        return [[field, pare(inner, `${path}.${field}`, fields, secrets)]];
      secrets.set(`${path}.${field}`, inner);
      return [];
    }),
  );
};
