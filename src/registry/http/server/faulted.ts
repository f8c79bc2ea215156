import type { ApiResponse } from '../../../api';
import { failed, type Refused } from '../answer';
import type { Fault } from './faults';
import type { Made } from './outgoing';

/** What comes of a request that a fault meets. */
export const faulted = async (
  { delayMs, fate, shape }: Fault,
  pause: (ms: number) => Promise<void>,
  produce: () => Made | Promise<Made>,
): Promise<Made | { readonly kind: 'dropped' }> => {
  if (delayMs > 0) await pause(delayMs);
  if (fate.kind === 'refused') return { kind: 'answer', response: injected(fate.status, fate) };
  const made = shape(await produce());
  if (fate.kind === 'dropped') return { kind: 'dropped' };
  const fails = fate.kind === 'failed-after' && (made.kind !== 'answer' || made.response.status < 300);
  return fails ? { kind: 'answer', response: injected(fate.status) } : made;
};

const injected = (status: Refused['status'], told: Told = {}): ApiResponse =>
  failed(status, 'fault_injected', `${sentence(status, told)} See "forkcast registry fault show".`);

interface Told {
  readonly tryAgainInS?: number | undefined;
  readonly service?: string | undefined;
}

/** In the words that clients of the vendor's API look for: when to come again, and what is not there. */
const sentence = (status: Refused['status'], { tryAgainInS, service }: Told): string => {
  const why = 'a fault that was set on this registry.';
  if (status === 429 && tryAgainInS !== undefined)
    return `Rate limit 120 exceeded - try again in ${tryAgainInS}s: ${why}`;
  return status === 404 && service !== undefined
    ? `Service ${service} does not exist: ${why}`
    : 'A fault that was set on this registry.';
};
