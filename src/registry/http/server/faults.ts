import type { FaultsBody } from '../../../api';
import type { Refused } from '../answer';
import { drawNumber } from '../../seeded';
import { createNewborns } from './newborn';
import type { Made } from './outgoing';

/** What happens to one request. */
type Fate =
  | { readonly kind: 'none' }
  /** Answered with this status, not executed. */
  | {
      readonly kind: 'refused';
      readonly status: Refused['status'];
      readonly tryAgainInS?: number | undefined;
      /** Of a 404: what is not there. */
      readonly service?: string | undefined;
    }
  /** Executed, then answered with this status. */
  | { readonly kind: 'failed-after'; readonly status: Refused['status'] }
  /** Executed, then the connection is cut. */
  | { readonly kind: 'dropped' };

/** What happens to one request, and how long it waits before. */
export interface Fault {
  readonly delayMs: number;
  readonly fate: Fate;
  /** What goes out in place of what was made. */
  readonly shape: (made: Made) => Made;
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
  const newborns = createNewborns();
  return {
    set: (faults) => {
      current = faults;
      requests = 0;
    },
    clear: () => (current = null),
    show: () => ({ faults: current, requests }),
    next: (request) => {
      if (current === null) return undefined;
      const faults = current;
      const shape = (made: Made): Made => newborns.shape(faults, request, made);
      if (!isMeant(faults, request)) return { delayMs: 0, fate: noFate, shape };
      requests += 1;
      if (faults.first !== undefined && requests > faults.first) return { delayMs: 0, fate: noFate, shape };
      return { ...chooseFault(faults, requests, serviceNamed(request.path)), shape };
    },
  };
};

const isMeant = (
  { operations }: FaultsBody,
  { operation, path }: { readonly operation: string; readonly path: string },
): boolean => (operations === undefined ? !path.startsWith('/v1/forkcast/') : operations.includes(operation));

const serviceNamed = (path: string): string | undefined => /\/service\/([\w-]+)/.exec(path)?.[1];

const finest = 1_000_000;

/** The fault of the n-th request. */
const chooseFault = (faults: FaultsBody, count: number, service: string | undefined): Omit<Fault, 'shape'> => {
  const draw = (what: string, below: number): number =>
    drawNumber(below, faults.seed ?? 'faults', 'fault', what, count);
  const strikes = (what: string, rate: number | undefined): boolean =>
    rate !== undefined && rate > 0 && draw(what, finest) < rate * finest;
  const { min, max } = faults.latency_ms ?? { min: 0, max: 0 };
  const delayMs = max <= min ? min : min + draw('latency', max - min + 1);
  if (strikes('error', faults.error_rate)) {
    const { error_status: status = 503, try_again_in_s: tryAgainInS } = faults;
    return { delayMs, fate: { kind: 'refused', status, tryAgainInS, service } };
  }
  if (strikes('failed-after', faults.error_after_success_rate)) {
    return { delayMs, fate: { kind: 'failed-after', status: faults.error_after_success_status ?? 500 } };
  }
  return { delayMs, fate: strikes('dropped', faults.drop_rate) ? { kind: 'dropped' } : noFate };
};
