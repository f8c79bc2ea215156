import { RegistryUnreachableError, RequestRefusedError, type ServiceBody } from '../api';
import { parseInstant, serviceKey, type EpochMs, type ForkcastError, type ServiceId } from '../domain';
import type { Budget } from './budget';
import { ClockFrozenError, ServiceLostError, WaitCancelledError, WaitTimedOutError } from './errors';
import type { EnginePorts, Progress } from './ports';

/** What one look at a service tells about what is waited for. `dueAt` on the registry's clock; null: it does not tell. */
export type Observation =
  | { readonly kind: 'reached' }
  | { readonly kind: 'not-yet'; readonly dueAt: EpochMs | null }
  | { readonly kind: 'never'; readonly error: ForkcastError };

/** What is waited for, of which service. */
interface Awaited extends ServiceId {
  /** In a message's words: `running state`, `first backup`. */
  readonly what: string;
  readonly step: Progress['step'];
  readonly observe: (service: ServiceBody) => Observation;
  /** How it is looked at. @default by reading it */
  readonly look?: () => Promise<ServiceBody | undefined>;
}

/** How waiting ended; the service is as it was last seen. */
type WaitEnd =
  | { readonly kind: 'reached'; readonly service: ServiceBody }
  | { readonly kind: 'ended'; readonly service: ServiceBody; readonly error: ForkcastError };

const shortestDelayMs = 20;
const firstDelayMs = 1_000;
const longestDelayMs = 10_000;
const failuresInARowMax = 5;

/**
 * Looks at a service until it is as awaited. Ends at once when the registry's clock stands still, and within the budget in any
 * case: time that passed is counted on the wall clock and, should that stand still, by the sleeps.
 */
export const waitUntil = async (
  ports: EnginePorts,
  awaited: Awaited,
  { budget, first }: { readonly budget: Budget; readonly first: ServiceBody },
): Promise<WaitEnd> => {
  const name = serviceKey(awaited);
  let [service, sleptMs, capMs, failures] = [first, 0, firstDelayMs, 0];
  for (;;) {
    const observation = awaited.observe(service);
    if (observation.kind === 'reached') return { kind: 'reached', service };
    const ended = (error: ForkcastError): WaitEnd => ({ kind: 'ended', service, error });
    if (observation.kind === 'never') return ended(observation.error);
    ports.progress({ step: awaited.step, service: name, ...readProgress(service) });
    const now = registryNow(service);
    if (service.forkcast?.clock_frozen === true && now !== null)
      return ended(new ClockFrozenError(name, awaited.what, now, observation.dueAt));
    if (isAborted(ports)) return ended(new WaitCancelledError(name, awaited.what));
    const leftMs = budget.timeoutMs - Math.max(ports.clock.now() - budget.startedAt, sleptMs);
    if (leftMs <= 0) return ended(new WaitTimedOutError(name, awaited.what, budget.timeoutMs));
    const dueMs =
      now === null || observation.dueAt === null || observation.dueAt <= now ? capMs : observation.dueAt - now;
    const delayMs = Math.min(Math.max(dueMs, shortestDelayMs), capMs, Math.max(leftMs, 1));
    await ports.sleep(delayMs);
    sleptMs += delayMs;
    capMs = Math.min(capMs * 1.5, longestDelayMs);
    const look = await lookAgain(ports, awaited);
    if (look.kind === 'stopped') continue;
    if (look.kind === 'failed') {
      failures += 1;
      if (failures >= failuresInARowMax) return ended(look.error);
      continue;
    }
    if (look.service === undefined) return ended(new ServiceLostError(name, 'terminated'));
    [service, failures] = [look.service, 0];
  }
};

/** The registry's clock at its answer; null: the answer does not tell. */
export const registryNow = (service: ServiceBody): EpochMs | null => parseInstant(service.forkcast?.now) ?? null;

const readProgress = ({ forkcast, state }: ServiceBody): Pick<Progress, 'phase' | 'percent'> => ({
  phase: forkcast?.progress_phase ?? state,
  percent: forkcast?.progress_percent ?? null,
});

/** Asked through a call, since it changes while the engine sleeps. */
const isAborted = (ports: EnginePorts): boolean => ports.signal?.aborted === true;

type Look =
  | { readonly kind: 'seen'; readonly service: ServiceBody | undefined }
  | { readonly kind: 'failed'; readonly error: ForkcastError }
  | { readonly kind: 'stopped' };

const lookAgain = async (ports: EnginePorts, awaited: Awaited): Promise<Look> => {
  const look = lookOnce(ports, awaited);
  if (ports.stopped === undefined) return look;
  const stopped = ports.stopped.then((): Look => ({ kind: 'stopped' }));
  // What loses the race is heard all the same, so that its failure is nobody's surprise.
  look.catch(() => undefined);
  return Promise.race([look, stopped]);
};

const lookOnce = async (ports: EnginePorts, { project, service, look }: Awaited): Promise<Look> => {
  try {
    return { kind: 'seen', service: await (look?.() ?? ports.client.getService(project, service)) };
  } catch (error) {
    if (error instanceof RegistryUnreachableError) return { kind: 'failed', error };
    if (error instanceof RequestRefusedError && error.status >= 500) return { kind: 'failed', error };
    throw error;
  }
};
