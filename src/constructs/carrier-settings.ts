import type { TerraformResource } from './cdktf';

/** Which Terraform resource can carry a declared service: one with commands, or one of Forkcast's own provider. */
export const backends = ['terraform_data', 'null_resource', 'provider'] as const;

/** Which of them the pages call the local-exec backend. */
export const localExecWords = ' (the first two run local-exec)';

/** One of them. */
export type Backend = (typeof backends)[number];

/** The carriers whose commands are run by local-exec. */
export type LocalExecBackend = Exclude<Backend, 'provider'>;

/** What a carrier needs to know besides the fields. */
export interface CarrierSettings {
  readonly backend: Backend;
  /** Absolute path of the program that local-exec runs. */
  readonly entry: string;
  /** Absolute path of the command line. */
  readonly program: string;
  /** Location of the registry, its path absolute. */
  readonly registry: string;
  /** What may be made at a real account; undefined: nothing. */
  readonly real: RealTerms | undefined;
  /** The text of the policy; undefined: there is none. */
  readonly policy: string | undefined;
}

/** What may be made at a real account, in which projects. */
export interface RealTerms extends RealForks {
  readonly projects: readonly string[];
}

/** What may be made at a real account, and no more. */
export interface RealForks {
  /** Most forks that live in these projects at once. */
  readonly most: number;
  /** Plans that a fork may have. */
  readonly plans: readonly string[];
  /** Longest that a fork may live, such as `24h`: each says its end in the tag `forkcast_expires`. */
  readonly liveFor: string;
  /** Tell the requests that an apply would send, as an error, and send none of them. @default false */
  readonly dryRun?: boolean;
}

/** The resources that carry one declared service. */
export interface Carrier {
  /** The one that holds the fields, and whose end ends the service. */
  readonly holder: TerraformResource;
  /** The one that others wait for. */
  readonly ready: TerraformResource;
}
