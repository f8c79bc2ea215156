import {
  askingOver,
  controlCalls,
  insightCalls,
  listOperations,
  RegistryUnreachableError,
  serviceCalls,
  type Declared,
  type Transport,
} from '../api';
import type { Rest } from './rest';

type Known = keyof (typeof listOperations & Rest['pageOperations']);
type Declarations = { readonly [Id in Known]?: Declared<Id> };

/** What the list asks. */
const first: Declarations = listOperations;

/** Asks the registry: what the list needs from the start on, and once the rest of the script is there whatever the other pages need. */
export const createPageClient = (transport: Transport, load: () => Promise<Rest>) => {
  const loaded = async (): Promise<Declarations> => {
    try {
      return (await load()).pageOperations;
    } catch (cause) {
      throw new RegistryUnreachableError(
        transport.target,
        'a script of these pages was not to be had. Load the page anew.',
        { cause },
      );
    }
  };
  const asking = askingOver<Known>(transport, async (id) => {
    const declared = first[id] ?? (await loaded())[id];
    if (declared === undefined) throw new TypeError(`${id} is asked by no page`);
    return declared;
  });
  return { ...asking, ...serviceCalls(asking), ...insightCalls(asking), ...controlCalls(asking) };
};

export type PageClient = ReturnType<typeof createPageClient>;
