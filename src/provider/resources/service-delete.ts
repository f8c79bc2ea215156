import { failure } from '../diagnostics';
import { serviceKey } from '../../domain';
import { terminateService } from '../../engine';
import { enginePorts, type Forkcast } from '../client';
import { type ApplyCall, type Diagnostic, errorAt, type ObjectValue } from '../protocol';
import { nowhere, findPlace } from './service-answers';
import { recordedAsker } from './service-owner';
import { leftAsItIs, notHere } from './service-owner-texts';
import { readNotes } from './service-private';

/** Terminates the service that this object holds; one that is gone is none to worry about, and another's is left as it is. */
export const deleteForkcastService = async (
  prior: ObjectValue,
  call: ApplyCall<Forkcast>,
): Promise<readonly Diagnostic[]> => {
  const place = findPlace(prior, call);
  if (place === undefined) return [nowhere];
  const { id, registry } = place;
  const [service, notes] = [serviceKey(id), readNotes(call, prior)];
  const forgotten = 'Nothing was ended, and this state forgets it.';
  if (notes.takesFrom !== undefined) return [leftAsItIs(service, 'was imported here, and never taken over', forgotten)];
  try {
    const ending = terminateService(enginePorts(call, registry), id, recordedAsker(call.client, id, notes));
    const end = await Promise.race([ending, lateness(call)]);
    if (end === 'late') return [tooLate(service)];
    if (end.kind === 'left') return [leftAsItIs(service, end.holder, forgotten)];
    return end.kind === 'absent' ? notHere(service, notes, registry.target) : [];
  } catch (error) {
    return [failure(error, `Cannot terminate ${service}`)];
  }
};

/** Resolves when the time is over that the user allows; never, where none is set. */
const lateness = ({ timeoutMs, until }: ApplyCall<Forkcast>): Promise<'late'> =>
  new Promise((resolve) => {
    if (timeoutMs !== undefined) until(timeoutMs).addEventListener('abort', () => resolve('late'), { once: true });
  });

const tooLate = (service: string): Diagnostic =>
  errorAt({
    summary: 'The end takes longer than is allowed',
    detail:
      `${service} was asked to end, and no answer came within timeouts.delete: it may have ended, or end yet. ` +
      'It stays in the state; plan again, or allow more time.',
    path: ['timeouts', 'delete'],
  });
