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
  if (fate.kind === 'refused') return { kind: 'answer', response: injected(fate.status, fate.tryAgainInS) };
  const made = shape(await produce());
  if (fate.kind === 'dropped') return { kind: 'dropped' };
  const fails = fate.kind === 'failed-after' && (made.kind !== 'answer' || made.response.status < 300);
  return fails ? { kind: 'answer', response: injected(fate.status) } : made;
};

const injected = (status: Refused['status'], tryAgainInS?: number): ApiResponse =>
  failed(status, 'fault_injected', `${sentence(status, tryAgainInS)} See "forkcast registry fault show".`);

/** Of a limit it says when to come again, as users of the vendor's API met it. */
const sentence = (status: Refused['status'], tryAgainInS: number | undefined): string =>
  status === 429 && tryAgainInS !== undefined
    ? `Rate limit 120 exceeded - try again in ${tryAgainInS}s: a fault that was set on this registry.`
    : 'A fault that was set on this registry.';
