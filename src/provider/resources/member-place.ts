import { isRefused, type RegistryReader, type ServiceBody } from '../../api';
import { type EpochMs, type Expectation, serviceKey, type ServiceId } from '../../domain';
import { expectSeen } from '../../engine';
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

/** Whether a service is a fork that no other configuration holds. Never throws. */
export const isOwnFork = (body: ServiceBody, id: ServiceId, call: SeenBy): boolean =>
  isSeenFork(body, id, call) || (isFork(body) && isOfOwnStack(body, call.client));

/** The same, by what this alias of the provider has seen: nobody holds it, or an object of the state does. Never throws. */
export const isSeenFork = (body: ServiceBody, id: ServiceId, { client }: SeenBy): boolean => {
  const owner = ownerIn(body);
  return isFork(body) && (owner === null || client.names.isInState(serviceKey(id), owner));
};

const isFork = ({ forkcast }: ServiceBody): boolean => (forkcast?.lineage ?? null) !== null;

/**
 * Why what is in a service is no longer this state's: the service was made anew, or this state held it and another does now. What it
 * takes for its own service, an object of the state says. Undefined: it is this state's. Never throws.
 */
const strangerOf = (body: ServiceBody, id: ServiceId, call: SeenBy): string | undefined => {
  const [kept, owner] = [keptIn(call), ownerIn(body)];
  if (kept === undefined || call.client.names.isInState(serviceKey(id), owner)) return undefined;
  if (Date.parse(body.create_time) !== kept.createdAt) return 'is another service than the one that this was made in';
  if (!kept.own || owner === kept.owner) return undefined;
  const label = body.forkcast?.ownership?.owner ?? null;
  return label === null ? 'was released' : `is held by ${label.path} of stack ${label.stack} by now`;
};

/** Where something inside a service is. */
export interface Place {
  readonly registry: RegistryReader;
  readonly service: ServiceId;
  readonly name: string;
}

/** A service as it was just seen: why it is no longer this state's, and what a request takes for granted of it. */
interface SeenService {
  readonly stranger: string | undefined;
  readonly expect: Expectation;
}

/** Looks at a service before something in it is changed or ended. */
export const lookAtService = async ({ registry, service }: Place, call: SeenBy): Promise<SeenService> => {
  const body = await registry.getService(service.project, service.service);
  return body === undefined
    ? { stranger: undefined, expect: {} }
    : { stranger: strangerOf(body, service, call), expect: expectSeen(body) };
};

const mostLooks = 3;

/**
 * Asks for a change in the service that was just seen, which the registry compares: what became another in between is looked at again.
 * Answers why nothing was asked for, or undefined: it was done. @throws RequestRefusedError
 */
export const askInSeen = async (
  place: Place,
  call: SeenBy,
  ask: (expect: Expectation) => Promise<void>,
): Promise<string | undefined> => {
  for (let look = 1; ; look += 1) {
    const { stranger, expect } = await lookAtService(place, call);
    if (stranger !== undefined) return stranger;
    try {
      await ask(expect);
      return undefined;
    } catch (error) {
      if (!isRefused(error, 412) || look === mostLooks) throw error;
    }
  }
};

const ownerIn = ({ forkcast }: ServiceBody): string | null => forkcast?.ownership?.owner?.id ?? null;

const keptIn = ({ private: { createdAt, owner, own } }: SeenBy): Seen | undefined =>
  typeof createdAt === 'number'
    ? { createdAt, owner: typeof owner === 'string' ? owner : null, own: own === true }
    : undefined;
