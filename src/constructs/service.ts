import { parseDurationMs, serviceKey, toRfc3339, withoutCredentials } from '../domain';
import type { ServiceRequest } from '../domain';
import { acknowledge, acknowledgementsAt } from './acknowledge';
import { AppReview } from './app-review';
import type { ReviewedService } from './app-review';
import type { Carrier } from './carrier-settings';
import { tooLongForCommand } from './command-length';
import { carriedBy, lookOnce, type CreatedFirst } from './carried-by';
import { carryService } from './carrier';
import { annotate } from './annotate';
import { TerraformStack } from './cdktf';
import type { Construct, ITerraformDependable, TerraformResource } from './cdktf';
import type { ServiceDeclaration } from './declaration';
import { escapeText } from './expression';
import type { ForkBasis } from './fork-declaration';
import { Forkable } from './forkable';
import { resolveFormerPlace, type FormerPlace, type MovedFrom } from './former-place';
import { ForkcastScope } from './forkcast';
import { givenProps } from './given-props';
import type { CopiedKind } from './member-resource';
import { Forgotten } from './moves';
import { overriddenIds } from './overridden-ids';
import { addressesAt } from './provider-backend';
import { ProviderResource } from './provider-backend-resource';
import { RegistryService } from './registry-service';
import type { RegistryServiceProps } from './registry-service';
import { readRequest } from './request';
import { resourceFields } from './resource-fields';
import { inUserConfig, serviceKinds } from './service-kinds';
import { ServiceOutputs } from './service-outputs';
import type { ServiceProps, ServiceTypeName } from './service-props';
import { readSettings } from './settings';
import type { Settings } from './settings';

/**
 * A managed database service, and, with `userConfig.serviceToForkFrom`, a fork of another one. Every constraint that can be
 * known before apply is checked at synth; what cannot work is refused, and nothing is written.
 */
export class Service<Type extends ServiceTypeName = ServiceTypeName>
  extends Forkable<Type, Service<Type>>
  implements ITerraformDependable, ReviewedService
{
  readonly serviceName: string;
  readonly project: string;
  readonly declaredAt: string;
  /** Where it was declared before; undefined: here. */
  readonly former: FormerPlace | undefined;
  private readonly declaration: ServiceDeclaration;
  private readonly settings: Settings;
  private readonly carrier: Carrier;
  private readonly fields: Readonly<Record<string, unknown>>;
  /** Declared apart from it, by constructs of their own. */
  private readonly integrations: NonNullable<ServiceDeclaration['integrations']>[number][] = [];
  private takesOver = false;

  /** @throws ForkcastMissingError when there is no `Forkcast` at the scope or above. */
  constructor(scope: Construct, id: string, props: ServiceProps<Type>) {
    const given = givenProps(scope, id, props);
    super(scope, id);
    given.kinds(serviceKinds, inUserConfig(props.serviceType));
    given.text('serviceType');
    const declaration: ServiceDeclaration = given.props;
    const forkcast = ForkcastScope.of(this);
    const stack = TerraformStack.of(this);
    this.declaration = declaration;
    this.serviceName = given.text('serviceName');
    this.project = declaration.project ?? forkcast.project;
    this.declaredAt = this.node.path;
    this.settings = collectSettings(declaration, this.project);
    const { movedFrom } = declaration;
    if (typeof movedFrom === 'string') given.text('movedFrom');
    else if (movedFrom !== undefined) checkFormerPlace(this, movedFrom);
    this.former = movedFrom === undefined ? undefined : resolveFormerPlace(this, stack, movedFrom);
    const fields = resourceFields(declaration, this.settings, {
      project: this.project,
      stack: stack.node.path,
      path: this.node.path,
      former: this.former,
    });
    this.carrier = carryService(this, forkcast.carrierSettings, fields, {
      stack: stack.node.path,
      timeout: declaration.timeouts?.create,
      source: this.waitForSource(stack),
      dependables: declaration.dependsOn ?? [],
      preventDestroy: declaration.preventDestroy ?? false,
      former: this.former,
    });
    this.fields = fields;
    this.node.defaultChild = this.carrier.holder;
    AppReview.of(this).add(this, forkcast);
  }

  /**
   * A service that exists already, to make forks from.
   * @example
   * const source = Service.fromRegistry(stack, 'source', { serviceName: 'orders-pg', serviceType: 'pg' });
   * source.fork('copy', { serviceName: 'orders-copy' });
   */
  static fromRegistry<Source extends ServiceTypeName>(
    scope: Construct,
    id: string,
    props: RegistryServiceProps<Source>,
  ): RegistryService<Source, Service<Source>> {
    return new RegistryService(scope, id, props, (forkScope, forkId, declaration) =>
      makeService<Source>(forkScope, forkId, declaration),
    );
  }

  /** What it says of itself once it is there. */
  get outputs(): ServiceOutputs {
    return new ServiceOutputs(this.carrier.holder);
  }

  /** What others name in their `dependsOn`: ready when the service was created or updated. */
  get fqn(): string {
    return this.carrier.ready.fqn;
  }

  /**
   * Takes over what this fork has inside from its source: a `Database`, `ServiceUser` or `ConnectionPool` that is declared of it and that
   * it has already is no longer refused. What the facts show in the fork gets a block `import`; what is copied while the fork is made is
   * found by the provider in the same apply. The local-exec backends find what is there by themselves.
   * @example orders.fork('copy', { serviceName: 'orders-copy' }).importChildren()
   */
  importChildren(): this {
    this.takesOver = true;
    return this;
  }

  /** Whether `importChildren` was called. */
  get takesChildrenOver(): boolean {
    return this.takesOver;
  }

  /** Whether the facts show in this fork what its source had. */
  hasFromSource(kind: CopiedKind, name: string): boolean {
    const key = serviceKey({ project: this.project, service: this.serviceName });
    return ForkcastScope.of(this).readFacts()?.services.get(key)?.contents?.[kind].includes(name) === true;
  }

  /** An integration that a construct of its own declares, so that the rules know of it. */
  knowIntegration(integration: NonNullable<ServiceDeclaration['integrations']>[number]): void {
    this.integrations.push(integration);
  }

  /** Accepts a finding on this service, with the reason. @see acknowledge */
  acknowledge(ruleId: string, reason: string, until?: string): this {
    acknowledge(this, ruleId, reason, until);
    return this;
  }

  /** What the rules judge. `createdFirst` is shared by who asks for many services at a time. @default the stack is looked into */
  toRequest(createdFirst: CreatedFirst = lookOnce()): ServiceRequest {
    return readRequest({
      scope: this,
      stack: TerraformStack.of(this).node.path,
      project: this.project,
      declaration: {
        ...this.declaration,
        ...(this.integrations.length === 0
          ? {}
          : { integrations: [...(this.declaration.integrations ?? []), ...this.integrations] }),
      },
      settings: this.settings,
      after: this.after(),
      acknowledgements: acknowledgementsAt(this),
      carried: carriedBy(this.carrier, createdFirst),
      former: this.former,
    });
  }

  /** What is wrong with the declaration itself, whatever the rules say. */
  problems(): readonly string[] {
    const create = this.declaration.timeouts?.create ?? undefined;
    const tooLong = tooLongForCommand(this.carrier, this.fields);
    const problems = [...this.settings.problems, ...overriddenIds(this.carrier), ...tooLong];
    if (create === undefined) return problems;
    const createMs = parseDurationMs(String(create));
    const isLong = createMs !== undefined && createMs > 0 && createMs <= longestTimeoutHours * 3_600_000;
    if (isLong) return problems;
    const bound = createMs === undefined ? '' : `, longer than nothing and at most ${longestTimeoutHours}h`;
    return [...problems, `timeouts.create is '${create}'; write a duration such as 45m, 1.5h or 90s${bound}.`];
  }

  recordAcknowledgements(): void {
    const written = acknowledgementsAt(this).map(({ ruleId, reason, until, scope }) => ({
      rule: ruleId,
      reason: withoutCredentials(reason),
      ...(until === undefined ? {} : { until: toRfc3339(until) }),
      scope,
    }));
    const { holder } = this.carrier;
    if (this.former && holder instanceof ProviderResource) holder.addOverride('//.forkcast.moved_from', this.former);
    if (written.length === 0) return;
    holder.addOverride('//.forkcast.acknowledgements', written);
    if (holder instanceof ProviderResource) {
      const own = written.map(({ scope: _scope, reason, ...said }) => ({ ...said, reason: escapeText(reason) }));
      holder.set('acknowledge', own);
    }
  }

  /** Of a service that comes from another stack of the app: that stack's state lets go of it. */
  leaveFormerStack(stackAt: (path: string) => TerraformStack | undefined): void {
    const { former, carrier } = this;
    if (former === undefined || !(carrier.holder instanceof ProviderResource)) return;
    const stack = former.stack === TerraformStack.of(this).node.path ? undefined : stackAt(former.stack);
    const id = `moved to ${this.node.addr}`;
    if (stack && !stack.node.tryFindChild(id)) new Forgotten(stack, id, addressesAt(stack, former, this.fields));
  }

  protected override traits(): Omit<ForkBasis, 'source' | 'path'> {
    const { declaration, settings } = this;
    const regions = settings.values['additional_backup_regions'];
    const secondary: unknown = Array.isArray(regions) ? regions[0] : undefined;
    return {
      like: declaration,
      secondaryCloud: typeof secondary === 'string' ? secondary : undefined,
    };
  }

  protected override makeFork(scope: Construct, id: string, declaration: ServiceDeclaration): Service<Type> {
    return makeService<Type>(scope, id, declaration);
  }

  /** The resource of a source declared in the same stack; for one in another stack, the stacks are ordered instead. */
  private waitForSource(stack: TerraformStack): TerraformResource | undefined {
    const { source } = this;
    if (source === undefined) return undefined;
    const sourceStack = TerraformStack.of(source);
    if (sourceStack === stack) return source.carrier.ready;
    stack.addDependency(sourceStack);
    annotate(
      this,
      'note',
      `The source ${source.declaredAt} is declared in another stack: deploy that one first, as \`cdktf deploy\` does by itself.`,
    );
    return undefined;
  }

  private get source(): Service | undefined {
    const { source } = this.settings;
    return source instanceof Service ? source : undefined;
  }

  private after(): readonly string[] {
    const named = (this.declaration.dependsOn ?? []).flatMap((item) =>
      item instanceof Service ? [item.declaredAt] : [],
    );
    return this.source ? [this.source.declaredAt, ...named] : named;
  }
}

const checkFormerPlace = (service: Construct, place: Exclude<MovedFrom, string>): void => {
  const given = givenProps(service, 'movedFrom', place);
  given.text('stack');
  given.text('path');
};

/** Longest that a timer can wait. */
const longestTimeoutHours = 576;

/** A fork takes its type from its source, so its options were checked against that type when they were given. */
const makeService = <Type extends ServiceTypeName>(
  scope: Construct,
  id: string,
  declaration: ServiceDeclaration,
): Service<Type> => new Service<Type>(scope, id, declaration as ServiceProps<Type>);

const collectSettings = (declaration: ServiceDeclaration, project: string): Settings => {
  const settings = readSettings(declaration.serviceType, declaration.userConfig ?? {});
  const { source, values } = settings;
  if (source === undefined || source.project === project || 'project_to_fork_from' in values) return settings;
  return { ...settings, values: { ...values, project_to_fork_from: source.project } };
};
