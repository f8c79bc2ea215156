import type { Construct, ITerraformDependable } from './cdktf';
import { givenProps } from './given-props';
import { Service } from './service';
import { ServiceMember } from './service-member';
import type { ServiceSource } from './source';

/** An integration of two services to be declared. */
export interface ServiceIntegrationProps {
  /** Such as `metrics`, `logs` or `read_replica`. */
  readonly integrationType: string;
  /** The service that gives. */
  readonly source: ServiceSource;
  /** The service that takes, of the same project. */
  readonly destination: ServiceSource;
  /** Made before it, besides the services. @default nothing */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * An integration of two services: forks get none of their source's. The provider's backend makes and ends it; the local-exec backends
 * make it where it is not there, and never end it. The rules know of it as of those in `integrations` of a service.
 * @example new ServiceIntegration(stack, 'metrics', { integrationType: 'metrics', source: orders, destination: metrics })
 */
export class ServiceIntegration extends ServiceMember {
  constructor(scope: Construct, id: string, props: ServiceIntegrationProps) {
    const given = givenProps(scope, id, props).kinds({
      integrationType: 'anything',
      source: 'anything',
      destination: 'anything',
      dependsOn: 'anything',
    });
    const integrationType = given.text('integrationType');
    const [source, destination] = [given.source('source'), given.source('destination')];
    super(scope, id, {
      services: [source, destination],
      dependsOn: props.dependsOn ?? [],
      type: 'forkcast_service_integration',
      attributes: {
        integration_type: integrationType,
        source_service_name: source.serviceName,
        destination_service_name: destination.serviceName,
      },
      copied: undefined,
      commands: [
        {
          name: 'integration-create',
          flags: {
            'integration-type': integrationType,
            'source-service': source.serviceName,
            'dest-service': destination.serviceName,
          },
          ifMissing: true,
        },
      ],
    });
    if (source instanceof Service)
      source.knowIntegration({ integrationType, destinationService: destination.serviceName });
    if (destination instanceof Service)
      destination.knowIntegration({ integrationType, sourceService: source.serviceName });
  }
}
