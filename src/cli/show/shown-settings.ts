import { isJsonObject, redactedSettings, type JsonObject } from '../../domain';
import { asJson } from '../json';

/** An integration as a command shows it. */
export const shownIntegration = (one: object): JsonObject => {
  const { integration_type: type, user_config: settings, ...shown } = asJson(one);
  const owner = { kind: 'integration', type: typeof type === 'string' ? type : '' } as const;
  return {
    ...shown,
    ...(type === undefined ? {} : { integration_type: type }),
    ...(isJsonObject(settings) ? { user_config: redactedSettings(owner, settings) } : {}),
  };
};
