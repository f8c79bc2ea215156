import type { ServiceBody } from '../api';
import { serviceKey, type ServiceId } from '../domain';
import type { Budget } from './budget';
import { ServiceLostError } from './errors';
import type { Action, Outcome } from './outcome';
import type { EnginePorts } from './ports';
import { instant, type Sight, waitUntil } from './wait';

/** What was done, to which service, and the answer that came of it. */
export interface Made {
  readonly id: ServiceId;
  readonly action: Action;
  readonly service: ServiceBody;
}

/**
 * Waits until the service is RUNNING, with progress of phase and percent; a service that is not when waiting ends is handed
 * back as it is, with the reason.
 */
export const waitForRunning = async (ports: EnginePorts, made: Made, budget: Budget): Promise<Outcome> => {
  const awaited = { ...made.id, what: 'running state', step: 'wait', sight: sightOfRunning(made.id) } as const;
  const end = await waitUntil(ports, awaited, { budget, first: made.service });
  return end.kind === 'reached'
    ? { kind: 'done', action: made.action, service: end.service }
    : { kind: 'unfinished', action: made.action, service: end.service, error: end.error };
};

const sightOfRunning =
  (id: ServiceId) =>
  (service: ServiceBody): Sight => {
    if (service.state === 'RUNNING') return { kind: 'reached' };
    if (service.state === 'POWEROFF')
      return { kind: 'never', error: new ServiceLostError(serviceKey(id), 'powered off') };
    return { kind: 'not-yet', dueAt: instant(service.forkcast?.running_at ?? null) };
  };
