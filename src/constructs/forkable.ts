import { refuseDeclaration } from './told-refusal';
import { annotate } from './annotate';
import { Construct } from './cdktf';
import type { ServiceDeclaration } from './declaration';
import { freeId } from './free-id';
import { givenProps, type KindsOf } from './given-props';
import { forkKinds, inRecovery, renameKinds } from './service-kinds';
import { forkDeclaration, recoveryKeys, renameDeclaration, renameSteps, type ForkBasis } from './fork-declaration';
import type { ForkOptions, RenameOptions, SecondaryForkOptions } from './fork-options';
import type { ServiceTypeName } from './service-props';
import { checkToolkit } from './one-toolkit';
import type { ServiceSource } from './source';

/** A service that forks can be made from, whether it is declared here or exists already. */
export abstract class Forkable<Type extends ServiceTypeName, Fork extends Construct>
  extends Construct
  implements ServiceSource
{
  abstract readonly serviceName: string;
  abstract readonly project: string;
  abstract readonly declaredAt: string | undefined;

  /**
   * @throws ToolkitMixedError when its app is of the other toolkit.
   * @throws ConfigurationError when its scope has another construct with this id.
   */
  constructor(scope: Construct, id: string) {
    checkToolkit(scope, id);
    super(scope, freeId(scope, id));
  }

  /** What a fork takes over. @throws FactSourceError when a named registry is needed for it and cannot be read. */
  protected abstract traits(): Omit<ForkBasis, 'source' | 'path'>;

  protected abstract makeFork(scope: Construct, id: string, declaration: ServiceDeclaration): Fork;

  /**
   * Declares a fork of this service: an independent copy of its settings, databases, users and connection pools. Integrations,
   * single sign-on and tags are not copied.
   * @throws ConfigurationError when no plan is given and this service's is not known.
   * @example source.fork('rehearsal', { serviceName: 'pg-rehearsal', recovery: { time: '2026-11-19T12:00:00Z' } })
   */
  fork(id: string, options: ForkOptions<Type>): Fork {
    const asked: Parameters<typeof forkDeclaration>[1] = options;
    const { props } = givenFork(this, id, asked, forkKinds);
    return this.makeFork(this.scopeFor(props), id, forkDeclaration(this.basis(), props));
  }

  /**
   * Declares a fork restored from the second backup region, where it will run, on this service's plan.
   */
  forkFromSecondary(id: string, options: SecondaryForkOptions<Type>): Fork {
    const asked: Parameters<typeof forkDeclaration>[1] = options;
    const { props } = givenFork(this, id, asked, forkKinds);
    return this.makeFork(this.scopeFor(props), id, forkDeclaration(this.basis(), { ...props, from: 'secondary' }));
  }

  /**
   * Declares the fork that renames this service, with the same plan, cloud, disk and tags, and tells the steps around it.
   * @throws ConfigurationError when this service's plan is not known.
   */
  rename(id: string, options: RenameOptions<Type>): Fork {
    const asked: Parameters<typeof renameDeclaration>[1] = options;
    const given = givenFork(this, id, asked, renameKinds);
    const { props } = given;
    const newName = given.text('newName');
    const renamed = this.makeFork(this.scopeFor(props), id, renameDeclaration(this.basis(), { ...props, newName }));
    annotate(renamed, 'note', renameSteps(this.serviceName, newName));
    return renamed;
  }

  private basis(): ForkBasis {
    return { source: this, path: this.node.path, ...this.traits() };
  }

  private scopeFor(options: { readonly scope?: Construct }): Construct {
    const scope = options.scope ?? this.node.scope;
    if (Construct.isConstruct(scope)) return scope;
    return refuseDeclaration(this.node.path, 'has no scope to declare a fork in.');
  }
}

/** Its `recovery` alone may not be null: a state that a program could not work out is not the newest backup. */
const givenFork = <Props extends { readonly recovery?: unknown }>(
  scope: Construct,
  id: string,
  asked: Props,
  kinds: KindsOf<Props>,
) => {
  const given = givenProps(scope, id, asked).kinds(kinds, inRecovery);
  if (asked.recovery === null) recoveryKeys(`${scope.node.path}/${id}`, null);
  return given;
};
