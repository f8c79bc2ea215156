import { TerraformResource } from './cdktf';
import type { Construct, ITerraformDependable, TerraformProvider } from './cdktf';
import { hclAttributes, hclBlocks } from './provider-backend-hcl';

/** A resource of Forkcast's provider, its values in Terraform's JSON syntax. */
interface ProviderResourceConfig {
  readonly type: string;
  readonly provider: TerraformProvider;
  readonly dependsOn: readonly ITerraformDependable[];
  /** Terraform refuses every plan that would end it. @default false */
  readonly preventDestroy?: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly blocks: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The binding of every resource of the provider: what is generated elsewhere, without a class per resource. */
export class ProviderResource extends TerraformResource {
  private attributes: ProviderResourceConfig['attributes'];
  private readonly blocks: ProviderResourceConfig['blocks'];

  constructor(scope: Construct, id: string, config: ProviderResourceConfig) {
    const { type, provider, dependsOn, preventDestroy, attributes, blocks } = config;
    super(scope, id, {
      terraformResourceType: type,
      terraformGeneratorMetadata: { providerName: 'forkcast' },
      // The one without an alias is what Terraform takes by itself.
      ...(provider.alias === undefined ? {} : { provider }),
      ...(preventDestroy === true ? { lifecycle: { preventDestroy } } : {}),
      ...(dependsOn.length === 0 ? {} : { dependsOn: [...dependsOn] }),
    });
    this.attributes = attributes;
    this.blocks = blocks;
  }

  /** Sets an attribute that is known only when everything is declared. */
  set(name: string, value: unknown): void {
    this.attributes = { ...this.attributes, [name]: value };
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.attributes, ...this.blocks };
  }

  protected override synthesizeHclAttributes(): Record<string, unknown> {
    return { ...hclAttributes(this.attributes), ...hclBlocks(this.blocks) };
  }
}
