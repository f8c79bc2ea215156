import { isRefused, type OwnerBody, type ServiceBody } from '../api';
import { serviceKey, type ServiceId, type ServiceResource } from '../domain';
import { decideKnown } from '../planner';
import { buildDesiredService, readLiveService } from './live-service';
import type { Claim } from './ownership';
import { refusalError } from './plan-service';
import type { EnginePorts } from './ports';

/** A live service of an owner, by its own name. */
interface HeldService {
  readonly id: ServiceId;
  readonly actual: ServiceBody;
}

/**
 * What an owner holds in the projects of the names that it had, but for its present one: a declaration that was refused its first name,
 * or was given another one half-way. With one name for all, nothing is asked.
 */
export const heldBesides = async (
  { client }: Pick<EnginePorts, 'client'>,
  { owner }: Claim,
  { first, now }: { readonly first: ServiceId; readonly now: ServiceId },
): Promise<readonly HeldService[]> => {
  if (serviceKey(first) === serviceKey(now)) return [];
  const projects = [...new Set([first.project, now.project])];
  const listed = await Promise.all(projects.map((project) => servicesIn(client, project)));
  return listed
    .flat()
    .filter(({ id, actual }) => readOwner(actual)?.id === owner.id && serviceKey(id) !== serviceKey(now));
};

/**
 * What was made at the very place of a declaration, and is held by an id that stands there no more: a tainted identity is replaced
 * without a command. Another workspace has a place of its own.
 */
export const leftAtPlace = async (
  { client }: Pick<EnginePorts, 'client'>,
  { owner: { id: own, label } }: Claim,
  now: ServiceId,
): Promise<readonly HeldService[]> =>
  (await servicesIn(client, now.project)).filter(({ actual }) => {
    const owner = readOwner(actual);
    return (
      owner !== undefined &&
      owner.id !== own &&
      owner.stack === label.stack &&
      owner.path === label.path &&
      owner.workspace === (label.workspace ?? null)
    );
  });

const readOwner = (actual: ServiceBody): OwnerBody | undefined => actual.forkcast?.ownership?.owner ?? undefined;

/** A project that is not there holds nothing. */
const servicesIn = async (client: EnginePorts['client'], project: string): Promise<readonly HeldService[]> => {
  try {
    const listed = await client.listServices(project);
    return listed.map((actual) => ({ id: { project, service: actual.service_name }, actual }));
  } catch (error) {
    if (isRefused(error, 404)) return [];
    throw error;
  }
};

/**
 * Stops where an owner would make a second service: under the name that its declaration had before, one lives.
 * @throws ServiceRenamedError
 */
export const refuseSecondName = async (
  ports: Pick<EnginePorts, 'client'>,
  resource: ServiceResource,
  claim: Claim,
  first: ServiceId,
): Promise<void> => {
  const now = { project: resource.project, service: resource.service_name };
  const [held] = await heldBesides(ports, claim, { first, now });
  if (held === undefined) return;
  const decision = decideKnown(
    { ...buildDesiredService(resource), onForkChange: 'refuse' },
    { ...readLiveService(resource, held.actual), ...held.id },
  );
  if (decision.kind === 'refuse') throw refusalError(serviceKey(held.id), decision.refusal);
};
