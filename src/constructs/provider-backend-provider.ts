import { TerraformProvider, TerraformStack } from './cdktf';
import type { Construct } from './cdktf';
import { escapeText } from './expression';
import { hclAttributes } from './provider-backend-hcl';

/** Where Terraform finds the provider; the same address stands in the provider itself. */
export const providerSource = 'terraform.local/forkcast/forkcast';

/** The versions that understand what is written here; the mirror has the one of this package. */
export const providerVersions = '>= 0.1.0';

/** The provider of a stack for one registry: the first has no alias. A stack with several registries has one for each. */
export const forkcastProvider = (scope: Construct, registry: string, stackPath: string): TerraformProvider => {
  const stack = TerraformStack.of(scope);
  const made = byStack.get(stack) ?? new Map<string, TerraformProvider>();
  byStack.set(stack, made);
  const found = made.get(registry);
  if (found) return found;
  const number = made.size + 1;
  const provider = new ForkcastProvider(stack, number === 1 ? 'forkcast-provider' : `forkcast-provider-${number}`, {
    registry: escapeText(registry),
    stack: escapeText(stackPath),
    alias: number === 1 ? undefined : `registry_${number}`,
  });
  made.set(registry, provider);
  return provider;
};

const byStack = new WeakMap<TerraformStack, Map<string, TerraformProvider>>();

interface ProviderConfig {
  readonly registry: string;
  readonly stack: string;
  readonly alias: string | undefined;
}

class ForkcastProvider extends TerraformProvider {
  constructor(
    scope: Construct,
    id: string,
    private readonly config: ProviderConfig,
  ) {
    super(scope, id, {
      terraformResourceType: 'forkcast',
      terraformGeneratorMetadata: { providerName: 'forkcast', providerVersionConstraint: providerVersions },
      terraformProviderSource: providerSource,
    });
  }

  override get alias(): string | undefined {
    return this.config.alias;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { registry, stack } = this.config;
    return { registry, stack };
  }

  protected override synthesizeHclAttributes(): Record<string, unknown> {
    return { ...hclAttributes(this.synthesizeAttributes()) };
  }
}
