import { serviceKey } from '../domain';
import type { Construct } from './cdktf';
import type { ServiceDeclaration } from './declaration';
import { ConfigurationError } from './errors';
import type { SourceTraits } from './fork-declaration';
import { Forkable } from './forkable';
import { ForkcastScope } from './forkcast';
import type { ServiceTypeName } from './service-props';

/** How a service that exists already is named. */
export interface RegistryServiceProps<Type extends ServiceTypeName> {
  readonly serviceName: string;
  /** @default the project of the nearest Forkcast */
  readonly project?: string;
  /** Needed where no registry can be read; it also lets the compiler check what a fork asks for. @default as the registry knows it */
  readonly serviceType?: Type;
}

/** A service that exists already: forks can be made from it, and Terraform never touches it. */
export class RegistryService<Type extends ServiceTypeName, Fork extends Construct> extends Forkable<Type, Fork> {
  readonly serviceName: string;
  readonly project: string;
  readonly declaredAt = undefined;
  private readonly serviceType: Type | undefined;

  constructor(
    scope: Construct,
    id: string,
    props: RegistryServiceProps<Type>,
    private readonly make: (scope: Construct, id: string, declaration: ServiceDeclaration) => Fork,
  ) {
    super(scope, id);
    this.serviceName = props.serviceName;
    this.project = props.project ?? ForkcastScope.of(this).project;
    this.serviceType = props.serviceType;
  }

  protected override makeFork(scope: Construct, id: string, declaration: ServiceDeclaration): Fork {
    return this.make(scope, id, declaration);
  }

  protected override traits(): SourceTraits {
    const { serviceName, project } = this;
    const live = ForkcastScope.of(this)
      .readFacts()
      ?.services.get(serviceKey({ project, service: serviceName }));
    const serviceType = this.serviceType ?? live?.type;
    if (serviceType === undefined) {
      throw new ConfigurationError(
        this.node.path,
        `the type of ${project}/${serviceName} is not known at synth, since no registry with it can be read. ` +
          `Give serviceType, or name a registry or a snapshot.`,
      );
    }
    return {
      source: this,
      path: this.node.path,
      serviceType,
      plan: live?.plan,
      cloudName: live?.cloud,
      diskSpaceMb: live?.diskSpaceMb,
      tags: live?.tags ?? {},
      secondaryCloud: live?.backupRegion.cloud ?? undefined,
    };
  }
}
