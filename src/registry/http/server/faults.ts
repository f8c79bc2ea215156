import type { FaultsBody } from '../../../api';
import type { Refused } from '../answer';
import { drawNumber } from '../../seeded';

/** What happens to one request. */
type Fate =
  | { readonly kind: 'none' }
  /** Answered with this status, not executed. */
  | { readonly kind: 'refused'; readonly status: Refused['status'] }
  /** Executed, then answered with 500. */
  | { readonly kind: 'failed-after' }
  /** Executed, then the connection is cut. */
  | { readonly kind: 'dropped' };

/** What happens to one request, and how long it waits before. */
export interface Fault {
  readonly delayMs: number;
  readonly fate: Fate;
}

/** The faults of one server: the n-th request that they look at meets the same fault for the same seed, however fast requests come. */
export interface Faults {
  set(faults: FaultsBody): void;
  clear(): void;
  show(): { readonly faults: FaultsBody | null; readonly requests: number };
  /** The fault of the next request; undefined: there is none. */
  next(request: { readonly operation: string; readonly path: string }): Fault | undefined;
}

const noFate: Fate = { kind: 'none' };

/** No faults at first. */
export const createFaults = (): Faults => {
  let current: FaultsBody | null = null;
  let requests = 0;
  return {
    set: (faults) => {
      current = faults;
      requests = 0;
    },
    clear: () => (current = null),
    show: () => ({ faults: current, requests }),
    next: (request) => {
      if (current === null || !isMeant(current, request)) return undefined;
      requests += 1;
      return chooseFault(current, requests);
    },
  };
};

const isMeant = (
  { operations }: FaultsBody,
  { operation, path }: { readonly operation: string; readonly path: string },
): boolean => (operations === undefined ? !path.startsWith('/v1/forkcast/') : operations.includes(operation));

const finest = 1_000_000;

/** The fault of the n-th request. */
const chooseFault = (faults: FaultsBody, count: number): Fault => {
  const draw = (what: string, below: number): number =>
    drawNumber(below, faults.seed ?? 'faults', 'fault', what, count);
  const strikes = (what: string, rate: number | undefined): boolean =>
    rate !== undefined && rate > 0 && draw(what, finest) < rate * finest;
  const { min, max } = faults.latency_ms ?? { min: 0, max: 0 };
  const delayMs = max <= min ? min : min + draw('latency', max - min + 1);
  if (strikes('error', faults.error_rate)) {
    return { delayMs, fate: { kind: 'refused', status: faults.error_status ?? 503 } };
  }
  if (strikes('failed-after', faults.error_after_success_rate)) return { delayMs, fate: { kind: 'failed-after' } };
  return { delayMs, fate: strikes('dropped', faults.drop_rate) ? { kind: 'dropped' } : noFate };
};
