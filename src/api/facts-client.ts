import { parseSnapshot, serviceKey, type Clock, type Facts, type ServiceId } from '../domain';
import type { RegistryClient } from './client';
import { isVendorAnswer, vendorFacts } from './vendor-facts';

/** A client that also tells what rules may know. */
export interface FactsClient extends RegistryClient {
  /** What the registry knows of some services, or of all. @throws FactSourceError when the answer is no snapshot */
  readonly facts: (only?: readonly ServiceId[]) => Promise<Facts>;
}

/** A client that reads the facts from the snapshot of its registry; where it gives none, by GET alone. Never throws. */
export const withFacts = (client: RegistryClient, clock: Clock): FactsClient => ({
  ...client,
  facts: async (only) => {
    try {
      return parseSnapshot(await client.snapshot(only?.map(serviceKey)), client.target);
    } catch (error) {
      if (!isVendorAnswer(error)) throw error;
      return vendorFacts(client, { origin: client.target, now: clock.now(), only });
    }
  },
});
