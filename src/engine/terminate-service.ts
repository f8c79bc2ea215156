import { isRefused } from '../api';
import { serviceKey, type ServiceId } from '../domain';
import { type Asker, buildExpectation, holderText, compareOwner } from './ownership';
import type { EnginePorts } from './ports';
import { isUncertain, readAgain } from './uncertain';

/** What became of a service that is no longer wanted. */
export type Termination =
  | { readonly kind: 'terminated' }
  /** There was none. */
  | { readonly kind: 'absent' }
  /** It is another's, or nobody's: it is left as it is. `holder`: who holds it, as a sentence after `it`. */
  | { readonly kind: 'left'; readonly holder: string };

/**
 * Terminates a service that is its own: a run that was refused a taken name, or whose service was ended and made anew by somebody
 * else, ends nothing. The registry compares once more when it ends it. A request whose answer was lost counts as carried out when
 * the service is gone.
 * @throws RequestRefusedError when the registry refuses, as it does under termination protection
 */
export const terminateService = async (ports: EnginePorts, id: ServiceId, asker: Asker): Promise<Termination> => {
  const found = await ports.client.getService(id.project, id.service);
  if (found === undefined) return { kind: 'absent' };
  const relation = compareOwner(found, asker);
  if (relation.kind !== 'mine' && relation.kind !== 'claimable') return { kind: 'left', holder: holderText(relation) };
  ports.progress({ step: 'terminate', service: serviceKey(id), phase: null, percent: null });
  try {
    await ports.client.deleteService(id.project, id.service, buildExpectation(found, relation, asker.claim));
  } catch (error) {
    if (isRefused(error, 404)) return { kind: 'terminated' };
    if (!isRefused(error, 412) && !isUncertain(error)) throw error;
    const now = await readAgain(ports, id);
    if (now === undefined) return { kind: 'terminated' };
    const since = compareOwner(now, asker);
    if (since.kind === 'mine' || since.kind === 'claimable') throw error;
    return { kind: 'left', holder: holderText(since) };
  }
  return { kind: 'terminated' };
};
