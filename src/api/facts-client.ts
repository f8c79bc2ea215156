import { parseSnapshot, serviceKey, type Clock, type Facts, type ServiceId } from '../domain';
import type { RegistryClient, resourceCalls } from './client';
import { keepReads } from './reads-kept';
import { isVendorAnswer, vendorFacts } from './vendor-facts';

/** A client that also tells what rules may know. */
export interface FactsClient extends RegistryClient {
  /** What the registry knows of some services, or of all. @throws FactSourceError when the answer is no snapshot */
  readonly facts: (only?: readonly ServiceId[]) => Promise<Facts>;
}

/** What the provider takes of a client: a registry in a file gives it without the rest of the contract. */
export interface ResourceClient
  extends ReturnType<typeof resourceCalls>, Pick<FactsClient, 'target' | 'isSimulated' | 'facts' | 'close'> {}

interface ReadingOptions {
  /** How long what was read of a real account serves who asks again, unless this client changes something. @default 0 */
  readonly keptMs?: number;
  /** Takes what is said of a reading: its cost, the clock, what may not be read. @default nobody */
  readonly log?: (line: string) => void;
}

/** A client that reads the facts from the snapshot of its registry; where it gives none, by GET alone. Never throws. */
export const withFacts = (
  client: RegistryClient,
  clock: Clock,
  { keptMs = 0, log }: ReadingOptions = {},
): FactsClient => {
  const reader = keepReads(client, clock, keptMs);
  const changing =
    <Given extends readonly unknown[], Told>(call: (...given: Given) => Promise<Told>) =>
    async (...given: Given): Promise<Told> => {
      try {
        return await call(...given);
      } finally {
        reader.forget();
      }
    };
  let isVendor = false;
  return {
    ...client,
    createService: changing(client.createService),
    updateService: changing(client.updateService),
    deleteService: changing(client.deleteService),
    replaceTags: changing(client.replaceTags),
    facts: async (only) => {
      try {
        if (!isVendor) return parseSnapshot(await client.snapshot(only?.map(serviceKey)), client.target);
      } catch (error) {
        if (!isVendorAnswer(error)) throw error;
      }
      const facts = await vendorFacts(reader, { origin: client.target, now: clock.now(), only, log });
      // Who answers is known from the answers by now.
      isVendor ||= !(await client.isSimulated());
      return facts;
    },
  };
};
