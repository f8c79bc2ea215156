import {
  known,
  type DeclaredIntegration,
  type Fact,
  type JsonValue,
  type ServiceFacts,
  type ServiceRequest,
} from '../domain';
import { writtenText } from '../planner';

/** Integrations that fill a service with another one's data. */
export const isReplicating = ({ type }: Pick<DeclaredIntegration, 'type'>): boolean =>
  type.known && isReplicatingType(type.value);

/** Whether an integration of a type fills a service with another one's data. Never throws. */
export const isReplicatingType = (type: string): boolean => ['read_replica', 'disaster_recovery'].includes(type);

/** The services that replicate a live one, by `project/name`. Never throws. */
export const followersIn = ({ integrations }: Pick<ServiceFacts, 'integrations'>): readonly string[] =>
  integrations.filter(({ type, end }) => end === 'source' && isReplicatingType(type)).map(({ peer }) => peer);

/** A service as a request names it. */
interface Named {
  readonly project: Fact<string>;
  readonly service: Fact<string>;
}

/**
 * Whether the service that the fork keys name is the one that the request replicates: by `pg_read_replica`, or by an integration of
 * the same source. Such a request restores no backup. Never throws.
 * @see aiven-client, service create --read-replica-for; the vendor's published Terraform example of a read replica
 */
export const isReplicaOf = (
  request: Pick<ServiceRequest, 'project' | 'integrations' | 'userConfig'>,
  source: Named,
): boolean => {
  const followed = request.integrations.filter((one) => isReplicating(one) && !isOwnSource(one));
  if (followed.length === 0) return isTrue(request.userConfig['pg_read_replica']);
  return followed.every((one) => names(one, request.project, source));
};

/** The service itself is what the integration replicates, not the replica. Never throws. */
export const isOwnSource = ({ sourceService }: DeclaredIntegration): boolean =>
  sourceService.known && sourceService.value === undefined;

const names = ({ sourceService, otherProject }: DeclaredIntegration, own: Fact<string>, source: Named): boolean => {
  const project = otherProject ?? own;
  if (!sourceService.known || !source.service.known || sourceService.value !== source.service.value) return false;
  return project.known && source.project.known ? project.value === source.project.value : project === source.project;
};

/** The service that the fork keys of a declared one name, as far as they are known; undefined: none. Never throws. */
export const writtenSource = ({ project, userConfig }: ServiceRequest): Named | undefined => {
  const text = (key: string): string | undefined => {
    const fact = userConfig[key];
    return fact?.known ? writtenText(fact.value) : undefined;
  };
  const service = text('service_to_fork_from') ?? text('pg_service_to_fork_from');
  const home = text('project_to_fork_from');
  if (service === undefined) return undefined;
  return { service: known(service), project: home === undefined ? project : known(home) };
};

/** Whether a declared service replicates what its fork keys name, as far as they are known. Never throws. */
export const isDeclaredReplica = (request: ServiceRequest): boolean => {
  const source = writtenSource(request);
  return source !== undefined && isReplicaOf(request, source);
};

const isTrue = (fact: Fact<JsonValue> | undefined): boolean => fact?.known === true && fact.value === true;
