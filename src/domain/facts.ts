import type { AccessHistory } from './access-history';
import type { Catalogue } from './catalogue';
import type { JsonObject } from './json';
import type { Lineage } from './lineage';
import type { Ownership } from './ownership';
import type { RecoveryWindow } from './recovery';
import type { EpochMs } from './time';

/** The states of a service, in the API's words. */
export type ServiceState = 'REBUILDING' | 'RUNNING' | 'POWEROFF' | 'REBALANCING';

/** A completed base backup, as the control plane lists it. */
export interface BackupFacts {
  readonly name: string;
  /** When it was completed; a restore of it holds the state of this instant. */
  readonly completedAt: EpochMs;
  readonly dataSizeMb: number;
  /** The cloud that it is kept in: it stays there when the service migrates. */
  readonly location: string;
  /** Hourly backups of OpenSearch are `frequent`; they are restorable from the previous day only. */
  readonly series: 'frequent' | 'regular';
  /** Its copy in the second region, with the instant when the copy is (or will be) usable; absent: none. */
  readonly copy?: { readonly cloud: string; readonly replicatedAt: EpochMs; readonly paused: boolean };
}

/** The second backup region of a service. */
export interface BackupRegionFacts {
  /** Null: none is set. */
  readonly cloud: string | null;
  /** When it was last set, changed or removed; null: never. */
  readonly changedAt: EpochMs | null;
  /** When it last became another region than it was before; null: never; absent: not published. */
  readonly replacedAt?: EpochMs | null;
  /** `paused`: nothing is copied at present, for the reason given. */
  readonly status: 'none' | 'pending' | 'available' | 'paused';
  readonly pauseReason?: string;
  /** Null: there is no copy. */
  readonly lagSeconds: number | null;
}

/** One integration of a service, seen from that service. */
export interface IntegrationFacts {
  readonly id: string;
  readonly type: string;
  /** The end at which the service stands. */
  readonly end: 'source' | 'destination';
  /** The other end: `project/service`, or an endpoint's name. */
  readonly peer: string;
}

/** Who made a service, and for which request: how an interrupted run finds its own work again. */
export interface ServiceOrigin {
  readonly stack: string;
  readonly path: string;
  /** Hash of the request that created it. */
  readonly fingerprint: string;
  /** The recovery point was asked for as "latest transaction" and resolved to a time by the client. */
  readonly latestTransaction: boolean;
}

/** What a control plane knows of one live service. */
export interface ServiceFacts {
  readonly project: string;
  readonly service: string;
  readonly incarnation: number;
  readonly type: string;
  readonly plan: string;
  readonly cloud: string;
  readonly state: ServiceState;
  readonly createdAt: EpochMs;
  readonly nodes: number;
  readonly diskSpaceMb: number;
  readonly dataSizeMb: number;
  /** Effective settings, the fork keys among them; secrets are left out. */
  readonly userConfig: JsonObject;
  readonly terminationProtection: boolean;
  readonly tags: Readonly<Record<string, string>>;
  readonly poweredOffSince: EpochMs | null;
  /**
   * When the version of its engine last changed; null: never since it was made; absent: not published. A point before it
   * holds the data of another version.
   */
  readonly versionChangedAt?: EpochMs | null;
  /** When it is RUNNING, and when its first backup is complete: an instant in the past or in the future; null: never. */
  readonly runningAt: EpochMs | null;
  readonly firstBackupAt: EpochMs | null;
  readonly backupInProgress: boolean;
  /** Oldest first. */
  readonly backups: readonly BackupFacts[];
  /** As the control plane publishes them; null: it does not (the rules then compute their own). */
  readonly windows: readonly RecoveryWindow[] | null;
  readonly backupRegion: BackupRegionFacts;
  readonly integrations: readonly IntegrationFacts[];
  /** What came and went; absent: not published. */
  readonly access?: AccessHistory;
  /** `project/service` that it replicates, when it is a read replica or a recovery copy. */
  readonly replicaOf: string | null;
  readonly lineage: Lineage | null;
  readonly origin: ServiceOrigin | null;
  /** Whose it is; absent: not known, as in a snapshot of before there were owners. */
  readonly ownership?: Ownership;
}

/** A service that was terminated, or removed because it was powered off for too long; its backups are kept for 30 days. */
export interface TerminatedFacts {
  readonly project: string;
  readonly service: string;
  readonly type: string;
  readonly terminatedAt: EpochMs;
  readonly backupsKeptUntil: EpochMs;
  /** It was powered off for too long; absent: it was terminated, or nobody tells. */
  readonly removed?: true;
  /** Stack and path of who held it, or made it; absent: nobody, or not known. */
  readonly madeBy?: { readonly stack: string; readonly path: string };
}

/** What a control plane knows of one project. */
export interface ProjectFacts {
  readonly name: string;
  readonly organization: string;
  readonly defaultCloud: string;
}

/** All that a control plane knew at one instant. A name that is missing here does not exist there, unless the facts are partial. */
export interface Facts {
  /** Where they come from, as `FORKCAST_REGISTRY` names it. */
  readonly origin: string;
  /** The control plane's own clock when they were read. */
  readonly now: EpochMs;
  readonly projects: ReadonlyMap<string, ProjectFacts>;
  /** By `serviceKey`. */
  readonly services: ReadonlyMap<string, ServiceFacts>;
  /** By `serviceKey`: the newest of each name that is not live again. */
  readonly terminated: ReadonlyMap<string, TerminatedFacts>;
  readonly catalogue: Catalogue;
  /** Clouds that are down now: their services are stopped and the backups kept there cannot be read. */
  readonly outages: readonly string[];
  /** What a fork of a point-in-time type without a recovery point gets; absent: the newest base backup. */
  readonly recoveryDefault?: 'latest';
  /** The reader may see the projects named here alone: nothing is known of any other, not even whether it exists. Absent: of all. */
  readonly partial?: true;
  /** When a snapshot was taken, by the clock on the wall, and how long it is good for; absent: it does not say. */
  readonly taken?: { readonly at: EpochMs; readonly goodForMs: number };
}
