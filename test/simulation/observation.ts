import type { EpochMs, Lineage, ServiceFacts } from '../../src/domain';
import type { EventEnvelope, EventStore, Registry } from '../../src/registry';

/** A fork that was acknowledged, and what its source was like just before. */
export interface SeenFork {
  readonly lineage: Lineage;
  readonly source: ServiceFacts;
  readonly now: EpochMs;
}

/** What a world looks like after one step: everything that a checker may look at. */
export interface Observation {
  readonly store: EventStore;
  readonly registry: Registry;
  readonly now: EpochMs;
  readonly log: readonly EventEnvelope[];
  /** The log after the step before, and what the clock showed the same process last; 0: never, or before the wall clock was set back. */
  readonly before: { readonly now: EpochMs; readonly log: readonly EventEnvelope[] };
  /** Fingerprints and row keys of requests by their answer: accepted and told so, refused; without an answer: in neither. */
  readonly acknowledged: ReadonlySet<string>;
  readonly refused: ReadonlySet<string>;
  readonly fork: SeenFork | undefined;
}

/** Tells what is wrong with a world, in words; undefined: nothing that it looks at. */
export type Checker = (seen: Observation) => string | undefined;

/** The token of a request that an event carries: the fingerprint of a create, or the key of a row. */
export const tokenOf = ({ event }: EventEnvelope): string | undefined => {
  if (event.type === 'RowWritten') return event.key;
  return event.type === 'ServiceCreated' || event.type === 'ServiceForked' ? event.origin?.fingerprint : undefined;
};
