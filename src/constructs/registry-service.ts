import { refuseDeclaration } from './told-refusal';
import { serviceKey, given } from '../domain';
import type { Construct } from './cdktf';
import type { ServiceDeclaration } from './declaration';
import type { ForkBasis } from './fork-declaration';
import { Forkable } from './forkable';
import { ForkcastScope } from './forkcast';
import { givenProps } from './given-props';
import type { ServiceTypeName } from './service-props';

/** How a service that exists already is named. */
export interface RegistryServiceProps<Type extends ServiceTypeName> {
  readonly serviceName: string;
  /** @default the project of the nearest Forkcast */
  readonly project?: string;
  /** Needed where no registry can be read; it also lets the compiler check what a fork asks for. @default as the registry knows it */
  readonly serviceType?: Type;
  /** What its forks run on unless they say another. @default as the registry knows it */
  readonly plan?: string;
  /** Where it runs: a rename stays there. @default as the registry knows it */
  readonly cloudName?: string;
  /** Where its backups are copied to: a fork from the secondary runs there. @default as the registry knows it */
  readonly secondaryCloudName?: string;
}

/** A service that exists already: forks can be made from it, and Terraform never touches it. */
export class RegistryService<Type extends ServiceTypeName, Fork extends Construct> extends Forkable<Type, Fork> {
  readonly serviceName: string;
  readonly project: string;
  readonly declaredAt = undefined;
  private readonly props: RegistryServiceProps<Type>;

  constructor(
    scope: Construct,
    id: string,
    props: RegistryServiceProps<Type>,
    private readonly make: (scope: Construct, id: string, declaration: ServiceDeclaration) => Fork,
  ) {
    const given = givenProps(scope, id, props).kinds({
      serviceName: 'anything',
      project: 'a text',
      serviceType: 'a text',
      plan: 'a text',
      cloudName: 'a text',
      secondaryCloudName: 'a text',
    });
    super(scope, id);
    this.props = given.props;
    this.serviceName = given.text('serviceName');
    this.project = props.project ?? ForkcastScope.of(this).project;
  }

  protected override makeFork(scope: Construct, id: string, declaration: ServiceDeclaration): Fork {
    return this.make(scope, id, declaration);
  }

  protected override traits(): Omit<ForkBasis, 'source' | 'path'> {
    const { serviceName, project, props } = this;
    const live = ForkcastScope.of(this)
      .readFacts()
      ?.services.get(serviceKey({ project, service: serviceName }));
    const serviceType = props.serviceType ?? live?.type;
    if (serviceType === undefined) {
      return refuseDeclaration(
        this.node.path,
        `the type of ${project}/${serviceName} is not known at synth, since no registry with it can be read. ` +
          `Give serviceType, or name a registry or a snapshot.`,
      );
    }
    return {
      like: {
        serviceType,
        ...given({ plan: props.plan ?? live?.plan, cloudName: props.cloudName ?? live?.cloud }),
        ...given({ diskSpaceMb: live?.diskSpaceMb, tags: live?.tags }),
      },
      secondaryCloud: props.secondaryCloudName ?? live?.backupRegion.cloud ?? undefined,
    };
  }
}
