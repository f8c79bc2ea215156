import type { ITerraformDependable } from './cdktf';
import type { CommonServiceProps } from './service-props';

/** A declared service of any type, once its type has checked its settings: what the inside of this room works with. */
export interface ServiceDeclaration extends CommonServiceProps {
  readonly serviceType: string;
  readonly userConfig?: object;
  readonly latestTransaction?: boolean;
  readonly dependsOn?: readonly ITerraformDependable[];
}
