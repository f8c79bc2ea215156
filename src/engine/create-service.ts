import { RequestRefusedError, type ServiceBody, type ServiceCreateBody } from '../api';
import { serviceKey, type ServiceId, type ServiceResource } from '../domain';
import { type Budget, startBudget } from './budget';
import { NameTakenError } from './errors';
import { fingerprintOf } from './fingerprint';
import type { Action, Outcome } from './outcome';
import type { EnginePorts } from './ports';
import { createBodyOf } from './requests';
import { poweredAsDeclared } from './power';
import { isUncertain, readAgain } from './uncertain';
import { waitForRunning } from './wait-for-running';
import { waitForSource } from './wait-for-source';

const attemptsMax = 3;

/**
 * Makes the declared service and waits until it runs. What an interrupted or a parallel run made from the same request is
 * adopted; the source is waited for first when the declaration says so.
 * @throws NameTakenError when the name is taken by another request's service, SecretMissingError, and what the registry refuses;
 * then nothing was made.
 */
export const createService = async (
  ports: EnginePorts,
  resource: ServiceResource,
  { action = 'created', budget = startBudget(ports.clock, resource) }: { action?: Action; budget?: Budget } = {},
): Promise<Outcome> => {
  const id = { project: resource.project, service: resource.service_name };
  await waitForSource(ports, resource, budget);
  const body = await createBodyOf(ports, resource);
  ports.progress({ step: 'create', service: serviceKey(id), phase: null, percent: null });
  const made = await ask(ports, { id, body, resource });
  const outcome = await waitForRunning(
    ports,
    { id, action: made.isOurs ? action : 'adopted', service: made.service },
    budget,
  );
  return poweredAsDeclared(ports, resource, outcome);
};

interface Ask {
  readonly id: ServiceId;
  readonly body: ServiceCreateBody;
  readonly resource: ServiceResource;
}

interface Made {
  readonly service: ServiceBody;
  /** The request of this run was answered. */
  readonly isOurs: boolean;
}

const ask = async (ports: EnginePorts, { id, body, resource }: Ask): Promise<Made> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { service: await ports.client.createService(id.project, body), isOurs: true };
    } catch (error) {
      if (!isTaken(error) && !isUncertain(error)) throw error;
      const found = await readAgain(ports, id);
      if (found !== undefined) return { service: adopted(ports, resource, found), isOurs: false };
      if (!isRetriable(error) || attempt === attemptsMax) throw error;
    }
  }
};

/** A conflict of any kind: on a name, or of two requests at once. */
const isTaken = (error: unknown): boolean => error instanceof RequestRefusedError && error.status === 409;

/** Nothing is there after a conflict: whoever held the name, or wrote at the same time, is gone. */
const isRetriable = isTaken;

const adopted = (ports: EnginePorts, resource: ServiceResource, found: ServiceBody): ServiceBody => {
  const id = { project: resource.project, service: resource.service_name };
  const owner = found.forkcast?.origin ?? null;
  if (owner?.fingerprint !== fingerprintOf(resource)) throw new NameTakenError(serviceKey(id), owner?.path ?? null);
  ports.progress({ step: 'adopt', service: serviceKey(id), phase: null, percent: null });
  return found;
};
