/** How sure a catalogue fact is: documented by the vendor, read from a schema, or inferred by Forkcast. */
export type Basis = 'documented' | 'schema' | 'inference';

/** Where a fact was read, and how sure it is. */
export interface Source {
  readonly basis: Basis;
  /** The document, and the day it was read. */
  readonly from: string;
}
