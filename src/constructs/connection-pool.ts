import type { Construct, ITerraformDependable } from './cdktf';
import { givenProps, type KindsOf } from './given-props';
import { ServiceMember } from './service-member';
import { readable } from './service-outputs';
import type { ServiceSource } from './source';

/** A connection pool to be declared. */
export interface ConnectionPoolProps {
  /** The service that it is in: a `Service`, or one of `Service.fromRegistry`; of a type with a pooler. */
  readonly service: ServiceSource;
  readonly poolName: string;
  /** The database that it connects to. */
  readonly databaseName: string;
  /** @default whoever connects */
  readonly username?: string;
  /** Connections to the database. @default 10 */
  readonly poolSize?: number;
  /** When a connection goes back to the pool. @default 'transaction' */
  readonly poolMode?: 'session' | 'statement' | 'transaction';
  /** Made before it, besides the service: its database and user, where they are declared too. @default nothing */
  readonly dependsOn?: readonly ITerraformDependable[];
}

const kinds: KindsOf<ConnectionPoolProps> = {
  service: 'anything',
  poolName: 'anything',
  databaseName: 'anything',
  username: 'a text',
  poolSize: 'a number',
  poolMode: 'a text',
  dependsOn: 'anything',
};

/**
 * A connection pool of a service. The provider's backend makes, imports, changes and ends it; the local-exec backends make it where it
 * is not there, change it, and never end it.
 * @example new ConnectionPool(stack, 'web', { service: orders, poolName: 'web', databaseName: 'defaultdb' })
 */
export class ConnectionPool extends ServiceMember {
  constructor(scope: Construct, id: string, props: ConnectionPoolProps) {
    const given = givenProps(scope, id, props).kinds(kinds);
    const service = given.source('service');
    const [poolName, databaseName] = [given.text('poolName'), given.text('databaseName')];
    const { username, poolSize, poolMode } = given.props;
    const flags = {
      'pool-name': poolName,
      dbname: databaseName,
      username,
      'pool-size': poolSize,
      'pool-mode': poolMode,
    };
    super(scope, id, {
      services: [service],
      dependsOn: props.dependsOn ?? [],
      type: 'forkcast_connection_pool',
      attributes: {
        service_name: service.serviceName,
        pool_name: poolName,
        database_name: databaseName,
        username,
        pool_size: poolSize,
        pool_mode: poolMode,
      },
      copied: { kind: 'connectionPools', name: poolName },
      commands: [
        { name: 'connection-pool-create', service: service.serviceName, flags, ifMissing: true },
        { name: 'connection-pool-update', service: service.serviceName, flags },
      ],
    });
  }

  /** Its address with the password, sensitive. @throws ConfigurationError unless the backend is the provider. */
  get connectionUri(): string {
    return readable(this.resource, 'connection_uri').getStringAttribute('connection_uri');
  }
}
