import { serviceKey } from '../../domain';
import { terminateService } from '../../engine';
import { enginePorts, type Forkcast } from '../client';
import type { Call, Diagnostic, ObjectValue } from '../protocol';
import { failure, nowhere, findPlace } from './service-answers';
import { recordedAsker } from './service-owner';
import { leftAsItIs, notHere } from './service-owner-texts';
import { readNotes } from './service-private';

/** Terminates the service that this object holds; one that is gone is none to worry about, and another's is left as it is. */
export const deleteForkcastService = async (
  prior: ObjectValue,
  call: Call<Forkcast>,
): Promise<readonly Diagnostic[]> => {
  const place = findPlace(prior, call);
  if (place === undefined) return [nowhere];
  const { id, registry } = place;
  const [service, notes] = [serviceKey(id), readNotes(call, prior)];
  const forgotten = 'Nothing was ended, and this state forgets it.';
  if (notes.takesFrom !== undefined) return [leftAsItIs(service, 'was imported here, and never taken over', forgotten)];
  try {
    const end = await terminateService(enginePorts(call, registry), id, recordedAsker(call.client, id, notes));
    if (end.kind === 'left') return [leftAsItIs(service, end.holder, forgotten)];
    return end.kind === 'absent' ? notHere(service, notes, registry.target) : [];
  } catch (error) {
    return [failure(error, `Cannot terminate ${service}`)];
  }
};
