import { aWorld } from '../registry/world';
import { createMemoryStore, type MemoryStore } from '../registry/memory-store';
import { aServer, type Server } from './a-server';
import { preparedFor } from './examples';

let prepared: { readonly store: MemoryStore; readonly parts: Readonly<Record<string, string>> } | undefined;

const prepare = (): NonNullable<typeof prepared> => {
  const store = createMemoryStore();
  return { store, parts: preparedFor(aWorld({ store })) };
};

/** A server of a registry that holds all that the examples name, and the parts of their paths. */
export const aPreparedServer = (): { readonly served: Server; readonly parts: Readonly<Record<string, string>> } => {
  prepared ??= prepare();
  return { served: aServer({ copyOf: prepared.store }), parts: prepared.parts };
};
