import type { Construct, ITerraformDependable } from './cdktf';
import { givenProps } from './given-props';
import { ServiceMember } from './service-member';
import { readable } from './service-outputs';
import type { ServiceSource } from './source';

/** A user to be declared. */
export interface ServiceUserProps {
  /** The service that it is in: a `Service`, or one of `Service.fromRegistry`. */
  readonly service: ServiceSource;
  readonly username: string;
  /** Made before it, besides the service. @default nothing */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * A user of a service, with a password that the control plane draws. The provider's backend makes, imports and ends it; the local-exec
 * backends make it where it is not there, and never end it.
 * @example new ServiceUser(stack, 'reporting', { service: orders, username: 'reporting' })
 */
export class ServiceUser extends ServiceMember {
  constructor(scope: Construct, id: string, props: ServiceUserProps) {
    const given = givenProps(scope, id, props).kinds({
      service: 'anything',
      username: 'anything',
      dependsOn: 'anything',
    });
    const [service, username] = [given.source('service'), given.text('username')];
    super(scope, id, {
      services: [service],
      dependsOn: props.dependsOn ?? [],
      type: 'forkcast_service_user',
      attributes: { service_name: service.serviceName, username },
      copied: { kind: 'users', name: username },
      commands: [{ name: 'user-create', service: service.serviceName, flags: { username }, ifMissing: true }],
    });
  }

  /** Its password, sensitive. @throws ConfigurationError unless the backend is the provider. */
  get password(): string {
    return readable(this.resource, 'password').getStringAttribute('password');
  }
}
