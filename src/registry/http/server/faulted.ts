import type { ApiResponse } from '../../../api';
import { failed, type Refused } from '../answer';
import type { Fault } from './faults';
import type { Made } from './outgoing';

/** What comes of a request that a fault meets. */
export const faulted = async (
  { delayMs, fate }: Fault,
  pause: (ms: number) => Promise<void>,
  produce: () => Made | Promise<Made>,
): Promise<Made | { readonly kind: 'dropped' }> => {
  if (delayMs > 0) await pause(delayMs);
  if (fate.kind === 'refused') return { kind: 'answer', response: injected(fate.status) };
  const made = await produce();
  if (fate.kind === 'dropped') return { kind: 'dropped' };
  const fails = fate.kind === 'failed-after' && (made.kind !== 'answer' || made.response.status < 300);
  return fails ? { kind: 'answer', response: injected(500) } : made;
};

const injected = (status: Refused['status']): ApiResponse =>
  failed(status, 'fault_injected', 'A fault that was set on this registry. See "forkcast registry fault show".');
