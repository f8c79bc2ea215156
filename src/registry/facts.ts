import { serviceKey } from '../domain';
import type { Catalogue, EpochMs, Facts, ServiceFacts, ServiceId, TerminatedFacts } from '../domain';
import { serviceFactsAt, describeTerminated } from './describe-service';
import { findAccount, listAccounts } from './accounts';
import { readProjects, readRecords, readService, readServices, viewKeys } from './read-views';
import type { SignsOfLife } from './ownership';
import { isDown } from './state';
import type { StoreReader } from './store/event-store';

/**
 * Everything that rules may know at one instant; secrets left out. Reads one small view per service, and no ledger. With
 * `only`, nothing is known of other services.
 */
export const factsAt = (
  reader: StoreReader,
  {
    origin,
    only,
    ...view
  }: SignsOfLife & {
    readonly catalogue: Catalogue;
    readonly now: EpochMs;
    readonly origin: string;
    readonly only?: readonly ServiceId[] | undefined;
  },
): Facts => {
  const { registry, catalogue, now } = view;
  const accounts = listAccounts(registry.organizations, readRecords(reader, '', 'account'));
  const services = new Map<string, ServiceFacts>();
  const terminated = new Map<string, TerminatedFacts>();
  const states = only?.flatMap((id) => readService(reader, id) ?? []) ?? readServices(reader, viewKeys.services);
  for (const state of states) {
    const key = serviceKey(state);
    if (state.terminatedAt !== null) terminated.set(key, describeTerminated(state, state.terminatedAt));
    else services.set(key, serviceFactsAt(view, state, catalogue.serviceTypes.get(state.type), now));
  }
  return {
    origin,
    now,
    projects: new Map(
      readProjects(reader).map(({ name, organization, defaultCloud }) => [
        name,
        { name, organization: findAccount(accounts, organization)?.root ?? organization, defaultCloud },
      ]),
    ),
    services,
    terminated,
    catalogue,
    outages: Object.keys(registry.outages)
      .filter((cloud) => isDown(registry, cloud))
      .sort(),
    ...(registry.recoveryDefault === 'latest' ? { recoveryDefault: registry.recoveryDefault } : {}),
  };
};
