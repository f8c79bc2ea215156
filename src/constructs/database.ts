import type { Construct, ITerraformDependable } from './cdktf';
import { givenProps } from './given-props';
import { ServiceMember } from './service-member';
import type { ServiceSource } from './source';

/** A database to be declared. */
export interface DatabaseProps {
  /** The service that it is in: a `Service`, or one of `Service.fromRegistry`. */
  readonly service: ServiceSource;
  readonly databaseName: string;
  /** Made before it, besides the service. @default nothing */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * A database of a service. The provider's backend makes, imports and ends it; the local-exec backends make it where it is not there,
 * and never end it.
 * @example new Database(stack, 'reports', { service: orders, databaseName: 'reports' })
 */
export class Database extends ServiceMember {
  constructor(scope: Construct, id: string, props: DatabaseProps) {
    const given = givenProps(scope, id, props).kinds({
      service: 'anything',
      databaseName: 'anything',
      dependsOn: 'anything',
    });
    const [service, databaseName] = [given.source('service'), given.text('databaseName')];
    super(scope, id, {
      services: [service],
      dependsOn: props.dependsOn ?? [],
      type: 'forkcast_database',
      attributes: { service_name: service.serviceName, database_name: databaseName },
      copied: { kind: 'databases', name: databaseName },
      commands: [
        { name: 'database-create', service: service.serviceName, flags: { dbname: databaseName }, ifMissing: true },
      ],
    });
  }
}
