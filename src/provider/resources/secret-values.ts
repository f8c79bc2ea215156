import { mapSecrets, type JsonObject } from '../../domain';

/** Settings without their secrets, and the secrets by the path where they stand: `admin_password`, `openid.client_secret`. */
interface ParedSettings {
  readonly settings: JsonObject;
  readonly secrets: ReadonlyMap<string, string>;
}

/** Takes the secrets out of settings, as the schema of the service type marks them. Never throws. */
export const withoutSecretValues = (type: string, userConfig: JsonObject): ParedSettings => {
  const secrets = new Map<string, string>();
  const settings = mapSecrets({ kind: 'service', type }, userConfig, {
    secret: (value, path) => {
      if (typeof value !== 'string') return value;
      secrets.set(path.join('.'), value);
      return undefined;
    },
    text: (text) => text,
  });
  return { settings, secrets };
};
