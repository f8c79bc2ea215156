import { type OwnerLabel, serviceKey, type ServiceId, given } from '../../domain';
import type { Asker, Claim } from '../../engine';
import type { Forkcast } from '../client';
import { originPath } from './declared-service';
import type { ServiceNotes } from './service-private';

/** Where whoever holds a service stands, for people. Terraform tells a provider neither address nor state. */
const buildLabel = ({ stack, paths, outside }: Forkcast, id: ServiceId): OwnerLabel => {
  const path = paths.get(serviceKey(id)) ?? originPath(id);
  return { stack, path, ...given({ workspace: outside.environment('TF_WORKSPACE'), host: outside.host }) };
};

/** The claim of a new object: an id of its own, held when the service runs. */
export const newClaim = (client: Forkcast, id: ServiceId): Claim => {
  const owner = { id: client.outside.drawId(), label: buildLabel(client, id) };
  return { owner, making: true, backend: 'provider', ...given({ takesFrom: client.movedFrom.get(serviceKey(id)) }) };
};

/** The claim of an object of the state; one of before there were owners gets an id with its next update. */
export const recordedClaim = (client: Forkcast, id: ServiceId, notes: ServiceNotes): Claim => {
  const { owner, incarnation, createdAt, takesFrom } = notes;
  return {
    owner: { id: owner ?? client.outside.drawId(), label: buildLabel(client, id) },
    making: false,
    backend: 'provider',
    known: given({ incarnation, createdAt }),
    ...(owner === undefined && takesFrom === undefined ? { recorded: true } : {}),
  };
};

/** An object of the state, as it asks for its service. */
export const recordedAsker = (client: Forkcast, id: ServiceId, notes: ServiceNotes): Asker => ({
  claim: recordedClaim(client, id, notes),
  stack: client.stack,
});
