import { redactedSettings, type JsonObject } from '../../domain';

/** The settings of a request as a dry run tells them: each secret is named, and not shown. Without settings: nothing. Never throws. */
export const shownConfig = (
  type: string,
  { user_config: settings }: { readonly user_config?: JsonObject },
): { readonly user_config?: JsonObject } =>
  settings === undefined ? {} : { user_config: redactedSettings({ kind: 'service', type }, settings) };
