import type { IResolvable } from './cdktf';

/** A Terraform expression where a text, number or truth value is expected: what it holds is known after apply. */
export type Expression = IResolvable;

/** A secret, named by the environment variable that holds it at apply; the value itself never enters a configuration. */
export interface SecretReference {
  /** Name of the variable, such as `PG_ADMIN_PASSWORD`. */
  readonly fromEnvironment: string;
}

/** A service that a fork can be made from: declared here, or known to the registry. */
export interface ServiceSource {
  readonly serviceName: string;
  readonly project: string;
  /** Construct path of a service declared here; undefined: it exists already, and nothing has to be waited for. */
  readonly declaredAt: string | undefined;
}

/** Whether it is one, and no text or number that stands in its place. */
export const isServiceSource = (value: unknown): value is ServiceSource =>
  typeof value === 'object' && value !== null && 'serviceName' in value && 'declaredAt' in value;
