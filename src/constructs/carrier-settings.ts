import type { TerraformResource } from './cdktf';

/** Which Terraform resource carries a declared service: one with commands, or one of Forkcast's own provider. */
export type Backend = LocalExecBackend | 'provider';

/** The carriers whose commands are run by local-exec. */
export type LocalExecBackend = 'terraform_data' | 'null_resource';

/** What a carrier needs to know besides the fields. */
export interface CarrierSettings {
  readonly backend: Backend;
  /** Absolute path of the program that local-exec runs. */
  readonly entry: string;
  /** Absolute path of the command line. */
  readonly program: string;
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
