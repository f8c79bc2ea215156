import { TerraformResource } from './cdktf';
import type { Construct, TerraformResourceConfig } from './cdktf';

/** What a `terraform_data` resource carries. */
export interface TerraformDataConfig extends Pick<TerraformResourceConfig, 'dependsOn' | 'provisioners'> {
  /** Values whose change makes Terraform replace the resource; the plan shows them field by field. */
  readonly triggersReplace: Readonly<Record<string, unknown>>;
}

/**
 * Terraform's built-in `terraform_data`, which needs no download. CDKTF's own class for it starts a process per resource
 * to ask for Terraform's version, so it is never used.
 */
export class TerraformData extends TerraformResource {
  static readonly tfResourceType = 'terraform_data';
  private readonly triggersReplace: Readonly<Record<string, unknown>>;

  constructor(scope: Construct, id: string, config: TerraformDataConfig) {
    const { triggersReplace, ...meta } = config;
    super(scope, id, { terraformResourceType: TerraformData.tfResourceType, ...meta });
    this.triggersReplace = triggersReplace;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { triggers_replace: this.triggersReplace };
  }
}
