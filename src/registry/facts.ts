import { serviceKey } from '../domain';
import type { Catalogue, EpochMs, ServiceFacts, ServiceId, TerminatedFacts } from '../domain';
import { serviceFactsAt, describeTerminated } from './describe-service';
import { findAccount, listAccounts } from './accounts';
import { readProjects, readRecords, readService, readServices, viewKeys } from './read-views';
import type { OwnAccount } from './own-facts';
import type { SignsOfLife } from './ownership';
import { isDown, type ServiceState } from './state';
import { decodeOwn } from './store/codec';
import type { StoreReader } from './store/event-store';

/** What facts are told of, beside the store. */
interface About extends SignsOfLife {
  readonly catalogue: Catalogue;
  readonly now: EpochMs;
  readonly origin: string;
}

/**
 * Everything that rules may know at one instant; secrets left out. Reads one small view per service, and no ledger. With
 * `only`, nothing is known of other services.
 */
export const factsAt = (
  reader: StoreReader,
  { only, ...about }: About & { readonly only?: readonly ServiceId[] | undefined },
): OwnAccount => {
  const states = only?.flatMap((id) => readService(reader, id) ?? []) ?? readServices(reader, viewKeys.services);
  return { ...factsOfNone(reader, about), ...describeAll(states, about) };
};

/** Services that are described at a time. */
const chunk = 100;

/**
 * The same of all services in parts: the first of none, each other one of some. `beforeEach` may end it by throwing. Between two parts
 * none of them is held: who reads them may be slow.
 */
export function* factsInParts(reader: StoreReader, about: About, beforeEach: () => void): Generator<OwnAccount, void> {
  const none = factsOfNone(reader, about);
  let [after, isLast]: [string | undefined, boolean] = [undefined, false];
  const next = (): OwnAccount => {
    beforeEach();
    const views = reader.viewPage({ prefix: viewKeys.services, after, limit: chunk, descending: false });
    [after, isLast] = [views.at(-1)?.key, views.length < chunk];
    const states = views.map(({ body }) => decodeOwn<ServiceState>(body));
    return { ...none, ...describeAll(states, about) };
  };
  yield none;
  while (!isLast) yield next();
}

const describeAll = (states: readonly ServiceState[], about: About): Pick<OwnAccount, 'services' | 'terminated'> => {
  const services = new Map<string, ServiceFacts>();
  const terminated = new Map<string, TerminatedFacts>();
  for (const state of states) {
    const key = serviceKey(state);
    if (state.terminatedAt !== null) terminated.set(key, describeTerminated(state, state.terminatedAt));
    else services.set(key, serviceFactsAt(about, state, about.catalogue.serviceTypes.get(state.type), about.now));
  }
  return { services, terminated };
};

const factsOfNone = (reader: StoreReader, { origin, now, catalogue, registry }: About): OwnAccount => {
  const accounts = listAccounts(registry.organizations, readRecords(reader, '', 'account'));
  return {
    origin,
    now,
    projects: new Map(
      readProjects(reader).map(({ name, organization, defaultCloud }) => [
        name,
        { name, organization: findAccount(accounts, organization)?.root ?? organization, defaultCloud },
      ]),
    ),
    services: new Map(),
    terminated: new Map(),
    catalogue,
    outages: Object.keys(registry.outages)
      .filter((cloud) => isDown(registry, cloud))
      .sort(),
    ...(registry.recoveryDefault === 'latest' ? { recoveryDefault: registry.recoveryDefault } : {}),
  };
};
