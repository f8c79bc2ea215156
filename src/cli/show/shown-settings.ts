import { isJsonObject, mapSecrets, withoutCredentials, type JsonObject, type SettingsOwner } from '../../domain';
import { asJson } from '../json';

/** Settings as a command shows them: it never prints a secret, whoever asks. */
export const shownSettings = (owner: SettingsOwner, settings: JsonObject): JsonObject =>
  mapSecrets(owner, settings, { secret: () => '<redacted>', text: withoutCredentials });

/** An integration as a command shows it. */
export const shownIntegration = (one: object): JsonObject => {
  const { integration_type: type, user_config: settings, ...shown } = asJson(one);
  const owner = { kind: 'integration', type: typeof type === 'string' ? type : '' } as const;
  return {
    ...shown,
    ...(type === undefined ? {} : { integration_type: type }),
    ...(isJsonObject(settings) ? { user_config: shownSettings(owner, settings) } : {}),
  };
};
