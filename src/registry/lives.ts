import type { EpochMs, Lineage, ServiceId } from '../domain';
import type { InstanceId } from './events';
import type { ServiceState } from './state';

/** A name of a service, and which of its lives is meant; absent: the newest. */
export interface LifeId extends ServiceId {
  readonly incarnation?: number | undefined;
}

/** A service that was forked from another, or from one of its forks, and so on. */
export interface Descendant extends InstanceId {
  readonly parent: InstanceId;
  /** 1: forked from the service itself. */
  readonly depth: number;
}

/** Where a page of ended services begins, and how long it is. */
export interface EndedQuery {
  /** Undefined: at the first. */
  readonly after: Pick<InstanceId, 'service' | 'incarnation'> | undefined;
  readonly limit: number;
}

/** One page of ended services, and where the next one begins; undefined: this is the last. */
export interface EndedPage {
  readonly services: readonly ServiceState[];
  readonly next: EndedQuery['after'];
}

/** Something that happened to a service, with what it was before and after. */
export type HistoryEntry = { readonly at: EpochMs } & (
  | {
      readonly kind: 'created';
      readonly type: string;
      readonly after: string;
      readonly cloud: string;
      readonly lineage: Lineage | null;
    }
  | { readonly kind: 'plan' | 'cloud'; readonly before: string; readonly after: string }
  | { readonly kind: 'disk'; readonly before: number; readonly after: number }
  | { readonly kind: 'version' | 'backup-region'; readonly before: string | null; readonly after: string | null }
  | { readonly kind: 'protection'; readonly before: boolean; readonly after: boolean }
  | { readonly kind: 'restored'; readonly backupName: string | null; readonly recoveryPoint: EpochMs | null }
  | {
      readonly kind: 'owner';
      readonly state: 'making' | 'held' | 'released';
      readonly stack: string | null;
      readonly path: string | null;
      readonly by: string | null;
    }
  | { readonly kind: 'ended'; readonly how: 'terminated' | 'removed' }
  /** `until` null: it goes on. */
  | { readonly kind: 'power-off' | 'copy-pause'; readonly until: EpochMs | null }
  | { readonly kind: 'outage'; readonly cloud: string; readonly until: EpochMs | null }
);

/** A span of time, and the time between two points of its chart. */
export interface LagQuery {
  readonly from: EpochMs;
  readonly until: EpochMs;
  readonly everyMs: number;
}

/** The lag of one second region, as long as it was that. */
export interface RegionLag {
  readonly cloud: string;
  readonly from: EpochMs;
  /** Infinity: it is. */
  readonly to: EpochMs;
  readonly points: readonly { readonly at: EpochMs; readonly lagSeconds: number }[];
}

/** What was written since a version of the registry. */
export interface Changes {
  /** Number of events now. */
  readonly version: number;
  /** Names this registry among all that ever were at its place. */
  readonly founding: string;
  /** Something that concerns all services, or more than was asked for: whoever shows them reads all anew. */
  readonly everything: boolean;
  readonly services: readonly ServiceId[];
  /** New ones. */
  readonly projects: readonly string[];
}
