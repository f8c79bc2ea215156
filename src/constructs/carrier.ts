import type { Carriage, Carrier } from './carriage';
import type { CarryOptions } from './carry-options';
import type { Construct } from './cdktf';
import { escapeTemplates } from './expression';
import { localExecResources } from './local-exec-carrier';
import { providerResources } from './provider-backend';

/** Declares the resources that carry a service. */
export const carryService = (
  scope: Construct,
  carriage: Carriage,
  fields: Readonly<Record<string, unknown>>,
  options: CarryOptions,
): Carrier => {
  const { backend } = carriage;
  const escaped = Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, escapeTemplates(value)] as const),
  );
  if (backend !== 'provider') return localExecResources(scope, { ...carriage, backend }, escaped, options);
  const resource = providerResources(scope, carriage.registry, escaped, options);
  return { holder: resource, ready: resource };
};
