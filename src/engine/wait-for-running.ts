import { isRefused, type MakerLookBody, type ServiceBody } from '../api';
import { parseInstant, serviceKey, type ServiceId } from '../domain';
import type { Budget } from './budget';
import { NotAsExpectedError, ServiceLostError } from './errors';
import type { Action, Outcome } from './outcome';
import type { Claim } from './ownership';
import type { EnginePorts } from './ports';
import { isUncertain } from './uncertain';
import { type Observation, waitUntil } from './wait';

/** What was done, to which service, by whom, and the answer that came of it. */
interface Made {
  readonly id: ServiceId;
  readonly action: Action;
  readonly service: ServiceBody;
  readonly claim?: Claim | undefined;
}

/**
 * Waits until the service is RUNNING, with progress of phase and percent; a service that is not when waiting ends is handed
 * back as it is, with the reason. Each look of who makes it is a sign of life, and it is held when waiting ends, however it does.
 * @throws NotAsExpectedError when somebody else took it over meanwhile
 */
export const waitForRunning = async (ports: EnginePorts, made: Made, budget: Budget): Promise<Outcome> => {
  const look = (hold: MakerLookBody['hold']) => lookAsMaker(ports, made, hold);
  const isMaking = isBeingMadeBy(made.service, made.claim);
  const awaited = {
    ...made.id,
    what: 'running state',
    step: 'wait',
    observe: observeRunning(made.id),
    ...(isMaking ? { look: () => look('when-running') } : {}),
  } as const;
  const end = await waitUntil(ports, awaited, { budget, first: made.service });
  const { action } = made;
  const ended = (service: ServiceBody): Outcome =>
    end.kind === 'reached'
      ? { kind: 'done', action, service }
      : { kind: 'unfinished', action, service, error: end.error };
  if (!isBeingMadeBy(end.service, made.claim)) return ended(end.service);
  try {
    return ended((await look(end.kind === 'reached' ? 'when-running' : 'now')) ?? end.service);
  } catch (error) {
    if (!isUncertain(error)) throw error;
    return { kind: 'unfinished', action, service: end.service, error: end.kind === 'ended' ? end.error : error };
  }
};

/** It is not held yet, and who asks makes it. */
export const isBeingMadeBy = ({ forkcast }: ServiceBody, claim: Claim | undefined): boolean =>
  forkcast?.ownership?.state === 'making' && forkcast.ownership.owner?.id === claim?.owner.id;

const lookAsMaker = async (
  { client }: EnginePorts,
  { id, claim, service }: Made,
  hold: MakerLookBody['hold'],
): Promise<ServiceBody | undefined> => {
  if (claim === undefined || hold === undefined) return service;
  try {
    return await client.lookAsMaker(id.project, id.service, { owner: claim.owner.id, hold });
  } catch (error) {
    if (isRefused(error, 404)) return undefined;
    if (!isRefused(error, 412)) throw error;
    throw new NotAsExpectedError(serviceKey(id), 'was taken over while it was made', { cause: error });
  }
};

const observeRunning =
  (id: ServiceId) =>
  (service: ServiceBody): Observation => {
    if (service.state === 'RUNNING') return { kind: 'reached' };
    if (service.state === 'POWEROFF')
      return { kind: 'never', error: new ServiceLostError(serviceKey(id), 'powered off') };
    return { kind: 'not-yet', dueAt: parseInstant(service.forkcast?.running_at) ?? null };
  };
