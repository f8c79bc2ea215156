import type { ITerraformDependable } from './cdktf';
import type { BackupLocation, CommonServiceProps } from './service-props';

/** A declared service of any type, once its type has checked its settings: what the inside of this room works with. */
export interface ServiceDeclaration extends CommonServiceProps {
  readonly serviceType: string;
  /** Undefined: the source's, in a fork from the secondary location. */
  readonly plan?: string;
  readonly from?: BackupLocation;
  readonly userConfig?: object;
  readonly latestTransaction?: boolean;
  readonly dependsOn?: readonly ITerraformDependable[];
}
