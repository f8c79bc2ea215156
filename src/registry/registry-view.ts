import type { Catalogue, Clock, EpochMs } from '../domain';
import { amendedCatalogue } from './amended-catalogue';
import type { RegistryClock } from './clock';
import { factsInParts } from './facts';
import type { KeySource } from './key';
import { openingOf, type Opening } from './opening';
import type { SignsOfLife } from './ownership';
import { readRegistry } from './read-views';
import { settledAt, type Settled } from './removal';
import { StoreFailedError } from './store/errors';
import type { EventStore, StoreReader } from './store/event-store';
import type { OwnAccount } from './own-facts';

/** What a live registry is made on. */
export interface RegistryPorts {
  readonly store: EventStore;
  readonly wallClock: Clock;
  readonly origin: string;
  readonly catalogue: Catalogue;
  readonly keys: KeySource | undefined;
}

/** The same, with the registry's clock on the one on the wall. */
export interface RegistryContext extends RegistryPorts {
  readonly clock: RegistryClock;
}

/** One consistent view of the registry: everything that a read needs. */
export interface RegistryView extends SignsOfLife, Settled, Opening {
  readonly catalogue: Catalogue;
  readonly now: EpochMs;
}

/** Lets work see the registry as it is now. */
export const lookerOn =
  (context: RegistryContext) =>
  <T>(work: (view: RegistryView) => T): T =>
    context.store.read((stored) => work(viewOf(context, stored)));

const viewOf = ({ clock, catalogue, keys }: RegistryContext, stored: StoreReader): RegistryView => {
  const registry = readRegistry(stored);
  const wallNow = clock.wallNow();
  const now = clock.now(registry.clock, wallNow, stored.newestAt());
  const settled = settledAt(stored, now);
  return {
    get reader() {
      return settled().reader;
    },
    get nextRemovalAt() {
      return settled().nextRemovalAt;
    },
    registry,
    catalogue: amendedCatalogue(catalogue, registry),
    now,
    wallNow,
    ...openingOf(registry, keys),
    signOf: (instance) => stored.sign(instance),
  };
};

/** How long a state is held for who reads slowly: the file grows meanwhile with what others write. */
const longestHoldMs = 120_000;

/** The facts of one state in parts, which is held until the last one is read. */
export function* heldFacts(context: RegistryContext): Generator<OwnAccount, void> {
  const { store, origin, clock } = context;
  const { reader, release } = store.hold();
  try {
    const view = viewOf(context, reader);
    yield* factsInParts(view.reader, { ...view, origin }, () => {
      if (clock.wallNow() - view.wallNow > longestHoldMs)
        throw new StoreFailedError(origin, `its snapshot was not read within ${longestHoldMs / 1_000} s`);
    });
  } finally {
    release();
  }
}
