import { TerraformResource } from './cdktf';
import type { Construct, TerraformResourceConfig } from './cdktf';

/** What a `terraform_data` resource carries. */
interface TerraformDataConfig extends Pick<TerraformResourceConfig, 'dependsOn' | 'lifecycle' | 'provisioners'> {
  /** Values whose change makes Terraform replace the resource; the plan shows them field by field. @default none */
  readonly triggersReplace?: Readonly<Record<string, unknown>>;
  /** Values whose change is an update in place. @default none */
  readonly input?: Readonly<Record<string, unknown>> | string;
}

/**
 * Terraform's built-in `terraform_data`, which needs no download. CDKTF's own class for it starts a process per resource
 * to ask for Terraform's version, so it is never used.
 */
export class TerraformData extends TerraformResource {
  static readonly tfResourceType = 'terraform_data';
  private readonly attributes: Readonly<Record<string, unknown>>;

  constructor(scope: Construct, id: string, config: TerraformDataConfig) {
    const { triggersReplace, input, ...meta } = config;
    super(scope, id, { terraformResourceType: TerraformData.tfResourceType, ...meta });
    this.attributes = {
      ...(triggersReplace === undefined ? {} : { triggers_replace: triggersReplace }),
      ...(input === undefined ? {} : { input }),
    };
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.attributes };
  }
}
