import { Lazy, TerraformProvider, TerraformStack } from './cdktf';
import type { RealTerms } from './carrier-settings';
import type { Construct } from './cdktf';
import { escapeText, isExpression } from './expression';
import { ForkcastScope } from './forkcast';
import type { FormerPlace } from './former-place';
import { hclAttributes } from './provider-backend-hcl';

/** Where Terraform finds the provider; the same address stands in the provider itself. */
export const providerSource = 'terraform.local/forkcast/forkcast';

/** The versions that understand what is written here; the mirror has the one of this package. */
export const providerVersions = '>= 0.1.0';

/** The provider of a stack for one registry, and what may be made there: the first has no alias. With several there is one for each. */
export const forkcastProvider = (scope: Construct, registry: string, stackPath: string): ForkcastProvider => {
  const stack = TerraformStack.of(scope);
  const made = byStack.get(stack) ?? new Map<string, ForkcastProvider>();
  byStack.set(stack, made);
  const { real, policy } = ForkcastScope.at(scope).carrierSettings;
  const key = JSON.stringify([registry, real, policy]);
  const found = made.get(key);
  if (found) return found;
  const number = made.size + 1;
  const provider = new ForkcastProvider(stack, number === 1 ? 'forkcast-provider' : `forkcast-provider-${number}`, {
    registry: escapeText(registry),
    stack: escapeText(stackPath),
    alias: number === 1 ? undefined : `registry_${number}`,
    real,
    policy: policy === undefined ? undefined : escapeText(policy),
  });
  made.set(key, provider);
  return provider;
};

const byStack = new WeakMap<TerraformStack, Map<string, ForkcastProvider>>();

interface ProviderConfig {
  readonly registry: string;
  readonly stack: string;
  readonly alias: string | undefined;
  readonly real: RealTerms | undefined;
  readonly policy: string | undefined;
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
    const { registry, stack, real, policy } = this.config;
    return {
      registry,
      stack,
      ...(policy === undefined ? {} : { policy }),
      ...writeReal(real),
      ...asIs('paths', this.paths),
      ...asIs('moved_from', this.movedFrom),
    };
  }

  protected override synthesizeHclAttributes(): Record<string, unknown> {
    return { ...hclAttributes(this.synthesizeAttributes()) };
  }
}

const writeReal = (real: RealTerms | undefined): Readonly<Record<string, unknown>> => {
  if (real === undefined) return {};
  const { projects, most, plans, liveFor, dryRun } = real;
  const forks = { most, plans, live_for: liveFor, ...(dryRun === undefined ? {} : { dry_run: dryRun }) };
  return { allow_real: projects, ...asIs('real_forks', forks) };
};

/** A map as it stands: CDKTF would rewrite its keys as names of attributes. An empty one is left out. */
const asIs = (name: string, map: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.keys(map).length === 0 ? {} : { [name]: Lazy.anyValue({ produce: () => map }) };
