import type { ITerraformDependable, TerraformResource } from './cdktf';
import type { FormerPlace } from './former-place';

/** What a declared service carries besides its fields, and what Terraform makes before it. */
export interface CarryOptions {
  /** Path of the stack: of services without an owner, only what the same stack made is ended with it. */
  readonly stack: string;
  /** Longest time of a create or update, when the author says one. */
  readonly timeout: string | undefined;
  /** The resource of the source of a fork, when it stands in the same stack. */
  readonly source: TerraformResource | undefined;
  readonly dependables: readonly ITerraformDependable[];
  /** Terraform refuses every plan that would end it. */
  readonly preventDestroy: boolean;
  /** Where it was declared before; undefined: here. */
  readonly former: FormerPlace | undefined;
}
