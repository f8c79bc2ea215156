import {
  askingOver,
  controlCalls,
  insightCalls,
  RegistryUnreachableError,
  serviceCalls,
  type Asked,
  type pageOperations,
  type Transport,
} from '../api';
import { listOperations } from './list-operations';

type Known = keyof typeof pageOperations;

/** How an operation is asked. */
export type AskedBy = <Id extends Known>(id: Id) => Asked<Id>;

/** What the list asks. */
const first: { readonly [Id in Known]?: Asked<Id> } = listOperations;

/** Asks the registry: what the list needs from the start on, and once the rest of the script is there whatever the other pages need. */
export const createPageClient = (transport: Transport, load: () => Promise<AskedBy>) => {
  const loaded = async (): Promise<AskedBy> => {
    try {
      return await load();
    } catch (cause) {
      const why = 'a script of these pages was not to be had. Load the page anew.';
      throw new RegistryUnreachableError(transport.target, why, { cause });
    }
  };
  const asking = askingOver<Known>(transport, async (id) => first[id] ?? (await loaded())(id));
  return { ...asking, ...serviceCalls(asking), ...insightCalls(asking), ...controlCalls(asking) };
};

export type PageClient = ReturnType<typeof createPageClient>;
