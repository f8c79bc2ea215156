import { Lazy, TerraformProvider, TerraformStack } from './cdktf';
import type { Construct } from './cdktf';
import { escapeText, isExpression } from './expression';
import type { FormerPlace } from './former-place';
import { hclAttributes } from './provider-backend-hcl';

/** Where Terraform finds the provider; the same address stands in the provider itself. */
export const providerSource = 'terraform.local/forkcast/forkcast';

/** The versions that understand what is written here; the mirror has the one of this package. */
export const providerVersions = '>= 0.1.0';

/** The provider of a stack for one registry: the first has no alias. A stack with several registries has one for each. */
export const forkcastProvider = (scope: Construct, registry: string, stackPath: string): ForkcastProvider => {
  const stack = TerraformStack.of(scope);
  const made = byStack.get(stack) ?? new Map<string, ForkcastProvider>();
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

const byStack = new WeakMap<TerraformStack, Map<string, ForkcastProvider>>();

interface ProviderConfig {
  readonly registry: string;
  readonly stack: string;
  readonly alias: string | undefined;
}

/** A service of a provider, in plain text or not. */
interface NamedService {
  readonly project: unknown;
  readonly service: unknown;
}

/** The block `provider` of one registry, which also tells who holds what, for people, and what may be taken over from where. */
class ForkcastProvider extends TerraformProvider {
  private readonly paths: Record<string, string> = {};
  private readonly movedFrom: Record<string, FormerPlace> = {};

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

  /** Tells of a service what its construct is called, and where it was before. One whose name is known only later goes without. */
  tell({ project, service }: NamedService, path: string, former: FormerPlace | undefined): void {
    if (typeof project !== 'string' || typeof service !== 'string' || isExpression(project) || isExpression(service))
      return;
    const key = `${project}/${service}`;
    this.paths[key] = escapeText(path);
    if (former) this.movedFrom[key] = { stack: escapeText(former.stack), path: escapeText(former.path) };
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { registry, stack } = this.config;
    return { registry, stack, ...asIs('paths', this.paths), ...asIs('moved_from', this.movedFrom) };
  }

  protected override synthesizeHclAttributes(): Record<string, unknown> {
    return { ...hclAttributes(this.synthesizeAttributes()) };
  }
}

/** A map as it stands: CDKTF would rewrite its keys as names of attributes. An empty one is left out. */
const asIs = (name: string, map: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.keys(map).length === 0 ? {} : { [name]: Lazy.anyValue({ produce: () => map }) };
