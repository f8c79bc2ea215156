import type { CarryOptions } from './carry-options';
import type { Construct, TerraformResource } from './cdktf';
import { escapeTemplates } from './expression';
import { localExecResources } from './local-exec-carrier';
import { providerResources } from './provider-backend';

/** Which Terraform resource carries a declared service: one with commands, or one of Forkcast's own provider. */
export type Backend = LocalExecBackend | 'provider';

/** The carriers whose commands are run by local-exec. */
export type LocalExecBackend = 'terraform_data' | 'null_resource';

/** What a carrier needs to know besides the fields. */
export interface Carriage {
  readonly backend: Backend;
  /** Absolute path of the program that local-exec runs. */
  readonly entry: string;
  /** Location of the registry, its path absolute. */
  readonly registry: string;
}

/** The resources that carry one declared service. */
export interface Carrier {
  /** The one that holds the fields, and whose end ends the service. */
  readonly holder: TerraformResource;
  /** The one that others wait for. */
  readonly ready: TerraformResource;
}

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
