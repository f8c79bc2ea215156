import { defaultCatalogue } from '../domain';
import type { Catalogue, Clock, EpochMs } from '../domain';
import { appendEvents } from './append';
import { standsStill } from './clock';
import type { ClockMode, RecoveryDefault, TimingProfile } from './commands';
import { registryStream } from './events';
import type { RegistryEvent } from './events';
import { registryOn } from './live-registry';
import type { KeySource } from './key';
import { findRegistry } from './read-views';
import type { Registry } from './registry';
import {
  KeyUnusableError,
  StoreBusyError,
  StoreExistsError,
  StoreMissingError,
  StoreTroubleError,
} from './store/errors';
import type { EventStore } from './store/event-store';

/** What a registry stands on. */
interface RegistryOptions {
  readonly store: EventStore;
  /** The clock on the wall: the registry's own clock follows it as it is set. */
  readonly wallClock: Clock;
  /** Where it is, as `FORKCAST_REGISTRY` names it: shown in facts. @default 'registry' */
  readonly origin?: string;
  /** Where its key is. @default nowhere: no secret can be kept in it */
  readonly keys?: KeySource;
  /** What is on sale, before this world's amendments. @default everything public */
  readonly catalogue?: Catalogue;
}

/** What a new registry is made with. */
interface NewRegistryOptions extends RegistryOptions {
  /** Tells it from every other, also from one of the same seed. @default none */
  readonly id?: string;
  /** Ids, passwords, host names, schedules and lags follow from it. */
  readonly seed: string;
  readonly profile: TimingProfile;
  /** @default base-backup */
  readonly recoveryDefault?: RecoveryDefault;
  /** What its clock shows at first. @default the wall clock's now */
  readonly startAt?: EpochMs;
  /** @default real */
  readonly clock?: ClockMode;
  /** How long a maker may be silent before it counts as interrupted. @default 30 s */
  readonly makerSilenceMs?: number;
}

/** Writes the first event of a registry and opens it. @throws StoreExistsError when the store holds one */
export const createRegistry = (options: NewRegistryOptions): Registry => {
  const wallAt = options.wallClock.now();
  const at = options.startAt ?? wallAt;
  const key = options.keys?.take();
  if (key?.kind === 'none') throw new KeyUnusableError(key.why);
  const event: RegistryEvent = {
    type: 'RegistryInitialized',
    ...(options.id === undefined ? {} : { id: options.id }),
    seed: options.seed,
    ...(key === undefined ? {} : { key: key.key.id }),
    profile: options.profile,
    scheduleVersion: 1,
    ...(options.recoveryDefault === undefined ? {} : { recoveryDefault: options.recoveryDefault }),
    mode: options.clock ?? { kind: 'real' },
    virtualAt: at,
    wallAt,
    ...(options.makerSilenceMs === undefined ? {} : { makerSilenceMs: options.makerSilenceMs }),
  };
  options.store.write((store) => {
    if (store.streamVersion(registryStream) > 0) throw new StoreExistsError(options.origin ?? 'registry');
    appendEvents(store, [event], at);
  });
  return registryOn(completed(options));
};

/**
 * Opens a registry that exists. A clock that would stand still, because it was ahead of the one on the wall, goes on from where it is.
 * @throws StoreMissingError when the store holds none
 */
export const openRegistry = (options: RegistryOptions): Registry => {
  const found = options.store.read((store) => {
    const state = findRegistry(store);
    return state && { clock: state.clock, newestAt: store.newestAt() };
  });
  if (found === undefined) throw new StoreMissingError(options.origin ?? 'registry');
  const registry = registryOn(completed(options));
  if (standsStill(found.clock, options.wallClock.now(), found.newestAt)) goOn(registry, found.clock.mode);
  return registry;
};

/** Set anew, it is counted from here. Where that cannot be written, everything can still be read. */
const goOn = (registry: Registry, mode: ClockMode): void => {
  try {
    registry.execute({ type: 'SetClock', mode });
  } catch (error) {
    if (!(error instanceof StoreTroubleError) && !(error instanceof StoreBusyError)) throw error;
  }
};

const completed = (options: RegistryOptions) => ({
  store: options.store,
  wallClock: options.wallClock,
  origin: options.origin ?? 'registry',
  keys: options.keys,
  catalogue: options.catalogue ?? defaultCatalogue,
});
