import type { EpochMs } from './time';

/** Kinds of things that a recovery point brings back when they were taken away since. */
export type AccessItem = 'service-users' | 'passwords' | 'databases' | 'connection-pools' | 'ip-filter';

/** Something that was added to a service or taken from it: a name, an address range, or the password that a user had until then. */
export interface AccessChange {
  readonly at: EpochMs;
  readonly item: AccessItem;
  readonly name: string;
  readonly change: 'added' | 'removed';
}

/** What came and went in a service: who can log in from where, and to what. */
export interface AccessHistory {
  /** The changes after this instant are all there; of what was before, nothing is told. */
  readonly from: EpochMs;
  /** Oldest first. */
  readonly changes: readonly AccessChange[];
}
