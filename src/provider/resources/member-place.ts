import type { ServiceBody } from '../../api';
import { type EpochMs, serviceKey, type ServiceId } from '../../domain';
import type { Forkcast } from '../client';
import type { Call, PrivateState } from '../protocol';
import { isOfOwnStack } from './service-name';

/** The service that something was last seen in: kept beside it, since a service of the name may be another one by now. */
interface Seen {
  readonly createdAt: EpochMs;
  /** Who held it; null: nobody, or the registry knows no owners. */
  readonly owner: string | null;
  /** Whether this state held it: an apply is told of no object that it leaves as it is, so the label of its stack counts. */
  readonly own: boolean;
}

type SeenBy = Pick<Call<Forkcast>, 'client' | 'private'>;

/** What to keep beside a member of a live service: what was kept, once the service is another's. Never throws. */
export const seenIn = (body: ServiceBody, id: ServiceId, call: SeenBy): PrivateState => {
  if (strangerOf(body, id, call) !== undefined) return call.private;
  const owner = ownerIn(body);
  const { names } = call.client;
  const own = names.isInState(serviceKey(id), owner) || isOfOwnStack(body, call.client) || keptIn(call)?.own === true;
  const imported = call.private.imported === true ? { imported: true } : {};
  return { createdAt: Date.parse(body.create_time), owner, own, ...imported };
};

/** Whether something was imported, and is in a service that another configuration holds. Never throws. */
export const isAnothersImport = (call: SeenBy): boolean => {
  const kept = keptIn(call);
  return call.private.imported === true && kept !== undefined && kept.owner !== null && !kept.own;
};

/**
 * Why what is in a service is no longer this state's: the service was made anew, or this state held it and another does now. What it
 * takes for its own service, an object of the state says. Undefined: it is this state's. Never throws.
 */
export const strangerOf = (body: ServiceBody, id: ServiceId, call: SeenBy): string | undefined => {
  const [kept, owner] = [keptIn(call), ownerIn(body)];
  if (kept === undefined || call.client.names.isInState(serviceKey(id), owner)) return undefined;
  if (Date.parse(body.create_time) !== kept.createdAt) return 'is another service than the one that this was made in';
  if (!kept.own || owner === kept.owner) return undefined;
  const label = body.forkcast?.ownership?.owner ?? null;
  return label === null ? 'was released' : `is held by ${label.path} of stack ${label.stack} by now`;
};

const ownerIn = ({ forkcast }: ServiceBody): string | null => forkcast?.ownership?.owner?.id ?? null;

const keptIn = ({ private: { createdAt, owner, own } }: SeenBy): Seen | undefined =>
  typeof createdAt === 'number'
    ? { createdAt, owner: typeof owner === 'string' ? owner : null, own: own === true }
    : undefined;
