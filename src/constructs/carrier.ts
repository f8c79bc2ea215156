import type { CarrierSettings, Carrier } from './carrier-settings';
import type { CarryOptions } from './carry-options';
import type { Construct } from './cdktf';
import { escapeTemplates } from './expression';
import { localExecResources } from './local-exec-carrier';
import { providerResources } from './provider-backend';

/** Declares the resources that carry a service. */
export const carryService = (
  scope: Construct,
  settings: CarrierSettings,
  fields: Readonly<Record<string, unknown>>,
  options: CarryOptions,
): Carrier => {
  const { backend } = settings;
  const escaped = Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, escapeTemplates(value)] as const),
  );
  if (backend !== 'provider') return localExecResources(scope, { ...settings, backend }, escaped, options);
  const resource = providerResources(scope, settings.registry, escaped, options);
  return { holder: resource, ready: resource };
};
