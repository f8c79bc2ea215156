import { RequestRefusedError } from '../api';
import { serviceKey, type ServiceId } from '../domain';
import type { EnginePorts } from './ports';
import { isUncertain, readAgain } from './uncertain';

/** What became of a service that is no longer wanted. */
export type Termination =
  | { readonly kind: 'terminated' }
  /** There was none. */
  | { readonly kind: 'absent' }
  /** It was made by another stack, or outside of Forkcast: it is left as it is. `owner` null: nobody's. */
  | { readonly kind: 'left'; readonly owner: string | null };

/**
 * Terminates a service. With `stack`, only one that this stack made: a run that was refused a taken name must not end the
 * service of whoever has it. A request whose answer was lost counts as carried out when the service is gone.
 * @throws RequestRefusedError when the registry refuses, as it does under termination protection
 */
export const terminateService = async (
  ports: EnginePorts,
  id: ServiceId,
  { stack }: { readonly stack?: string } = {},
): Promise<Termination> => {
  const found = await ports.client.getService(id.project, id.service);
  if (found === undefined) return { kind: 'absent' };
  const owner = found.forkcast?.origin?.stack ?? null;
  if (stack !== undefined && found.forkcast !== undefined && owner !== stack) return { kind: 'left', owner };
  ports.progress({ step: 'terminate', service: serviceKey(id), phase: null, percent: null });
  try {
    await ports.client.deleteService(id.project, id.service);
  } catch (error) {
    const isGone = error instanceof RequestRefusedError && error.status === 404;
    if (!isGone && !isUncertain(error)) throw error;
    if (!isGone && (await readAgain(ports, id)) !== undefined) throw error;
  }
  return { kind: 'terminated' };
};
