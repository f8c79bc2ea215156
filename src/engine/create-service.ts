import { type SentTo, isRefused, type ServiceBody } from '../api';
import { serviceKey, type ServiceId, type ServiceResource } from '../domain';
import { type Budget, startBudget } from './budget';
import { NameTakenError } from './errors';
import type { Action, Outcome } from './outcome';
import { identifyAsker, type Claim, compareOwner, takeOver } from './ownership';
import type { EnginePorts } from './ports';
import { buildCreateBody } from './requests';
import { poweredAsDeclared } from './power';
import { isUncertain, readAgain } from './uncertain';
import { waitForRunning } from './wait-for-running';
import { waitForSource } from './wait-for-source';

const attemptsMax = 3;

/** How a service is made: whose it will be, and what is left of the time. */
interface Creation {
  readonly claim?: Claim | undefined;
  readonly action?: Action;
  readonly budget?: Budget;
}

/**
 * Makes the declared service and waits until it runs; the source is waited for first when the declaration says so. A service that is
 * there already is taken over only where `relationOf` says that it may be.
 * @throws NameTakenError when the name is somebody else's or nobody's, SecretMissingError, and what the registry refuses;
 * then nothing was made.
 */
export const createService = async (
  ports: EnginePorts,
  resource: ServiceResource,
  { claim, action = 'created', budget = startBudget(ports.clock, resource) }: Creation = {},
): Promise<Outcome> => {
  const id = { project: resource.project, service: resource.service_name };
  await waitForSource(ports, resource, budget);
  const body = await buildCreateBody(ports, resource, claim);
  ports.progress({ step: 'create', service: serviceKey(id), phase: null, percent: null });
  const made = await ask(ports, { id, body, resource, claim });
  const outcome = await waitForRunning(
    ports,
    { id, action: made.isOurs ? action : 'adopted', service: made.service, claim },
    budget,
  );
  return poweredAsDeclared(ports, resource, outcome, claim);
};

interface Ask {
  readonly id: ServiceId;
  readonly body: SentTo<'ServiceCreate'>;
  readonly resource: ServiceResource;
  readonly claim: Claim | undefined;
}

interface Made {
  readonly service: ServiceBody;
  /** The request of this run was answered. */
  readonly isOurs: boolean;
}

const ask = async (ports: EnginePorts, { id, body, resource, claim }: Ask): Promise<Made> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { service: await ports.client.createService(id.project, body), isOurs: true };
    } catch (error) {
      if (!isTaken(error) && !isUncertain(error)) throw error;
      const found = await readAgain(ports, id);
      if (found !== undefined) {
        const service = await adopt(ports, resource, found, claim);
        ports.progress({ step: 'adopt', service: serviceKey(id), phase: null, percent: null });
        return { service, isOurs: false };
      }
      if (!isRetriable(error) || attempt === attemptsMax) throw error;
    }
  }
};

/** A conflict of any kind: on a name, or of two requests at once. */
const isTaken = (error: unknown): boolean => isRefused(error, 409);

/** Nothing is there after a conflict: whoever held the name, or wrote at the same time, is gone. */
const isRetriable = isTaken;

/**
 * The live service of a declaration that finds its name taken: its own, as after a lost answer, or one that it may take over.
 * @throws NameTakenError for any other
 */
export const adopt = async (
  ports: EnginePorts,
  resource: ServiceResource,
  found: ServiceBody,
  claim: Claim | undefined,
): Promise<ServiceBody> => {
  const id = { project: resource.project, service: resource.service_name };
  const relation = compareOwner(found, identifyAsker(resource, claim));
  switch (relation.kind) {
    case 'mine':
    case 'claimable':
      return found;
    case 'unfinished':
    case 'movable':
      if (claim === undefined) throw new NameTakenError(id, relation, claim);
      return takeOver(ports, id, { actual: found, relation, claim });
    default:
      throw new NameTakenError(id, relation, claim);
  }
};
