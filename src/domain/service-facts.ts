import * as z from 'zod/mini';
import { AccessHistory } from './access-history';
import { entry, Instant, Json, list, MaybeInstant } from './entry';
import { Lineage } from './lineage';

/** A completed base backup, as the control plane lists it. */
const BackupFacts = entry({
  name: z.string(),
  /** When it was completed; a restore of it holds the state of this instant. */
  completedAt: Instant,
  dataSizeMb: z.number(),
  /** The cloud that it is kept in: it stays there when the service migrates. */
  location: z.string(),
  /** Hourly backups of OpenSearch are `frequent`; they are restorable from the previous day only. Absent: not published. */
  series: z.exactOptional(z.enum(['frequent', 'regular'])),
  /**
   * Its copy in the second region, with the instant when the copy is (or will be) usable, which is absent where it is not published;
   * absent: none.
   */
  copy: z.exactOptional(entry({ cloud: z.string(), replicatedAt: z.exactOptional(Instant), paused: z.boolean() })),
});

/** The second backup region of a service. */
const BackupRegionFacts = entry({
  /** Null: none is set. */
  cloud: z.nullable(z.string()),
  /** When it was last set, changed or removed; null: never; absent: not published. */
  changedAt: z.exactOptional(MaybeInstant),
  /** When it last became another region than it was before; null: never; absent: not published. */
  replacedAt: z.exactOptional(MaybeInstant),
  /** `paused`: nothing is copied at present, for the reason given. */
  status: z.enum(['none', 'pending', 'available', 'paused']),
  pauseReason: z.exactOptional(z.string()),
  /** Null: there is no copy; absent: not known. */
  lagSeconds: z.exactOptional(z.nullable(z.number())),
});

/**
 * The closed interval restorable from one storage location, both ends inclusive, UTC.
 * `earliest` null: nothing restorable yet. `latest` null: up to now.
 * @see API reference, ServiceBackupsGet `pitr` (read 2026-11-20)
 */
const RecoveryWindow = entry({
  location: z.string(),
  role: z.enum(['primary', 'secondary']),
  earliest: MaybeInstant,
  latest: MaybeInstant,
});

/** One integration of a service, seen from that service. */
const IntegrationFacts = entry({
  id: z.string(),
  type: z.string(),
  /** The end at which the service stands. */
  end: z.enum(['source', 'destination']),
  /** The other end: `project/service`, or an endpoint's name. */
  peer: z.string(),
});

/** Who made a service, and for which request: how an interrupted run finds its own work again. */
const ServiceOrigin = entry({
  stack: z.string(),
  path: z.string(),
  /** Hash of the request that created it. */
  fingerprint: z.string(),
  /** The recovery point was asked for as "latest transaction" and resolved to a time by the client. */
  latestTransaction: z.boolean(),
});

/** Who holds a service. Two owners are one when their ids are; the label is a courtesy. */
const Owner = entry({
  id: z.string(),
  /** Where an owner stands, for people to read: only a declared move ever compares it. */
  label: entry({
    stack: z.string(),
    /** Construct path, or what the maker calls its resource. */
    path: z.string(),
    /** Workspace of Terraform; absent: not told. */
    workspace: z.exactOptional(z.string()),
    /** Machine that it was made from; absent: not told. */
    host: z.exactOptional(z.string()),
  }),
});

const since = { since: Instant, by: z.nullable(z.string()) };

/**
 * Whose a live service is, one incarnation of it. `since` is on the registry's clock; `by`: who changed it last, null: not told.
 * A maker that is fresh gave a sign of life a short while ago; one that is not was interrupted.
 */
const Ownership = z.discriminatedUnion('state', [
  /** Nobody ever held it: made by a client that states no owner, or before there were owners. */
  z.strictObject({ state: z.literal('never') }),
  z.strictObject({ state: z.literal('released'), ...since }),
  z.strictObject({ state: z.literal('making'), owner: Owner, ...since, fresh: z.boolean() }),
  z.strictObject({ state: z.literal('held'), owner: Owner, ...since }),
]);

/** What a control plane knows of one live service, in a snapshot file and inside: there its instants are RFC 3339. */
export const ServiceFacts = entry({
  project: z.string(),
  service: z.string(),
  /** Which of its name it is, from 1; absent: not published. */
  incarnation: z.exactOptional(z.int()),
  type: z.string(),
  plan: z.string(),
  cloud: z.string(),
  /** In the API's words. */
  state: z.enum(['REBUILDING', 'RUNNING', 'POWEROFF', 'REBALANCING']),
  createdAt: Instant,
  /** These three are absent where neither an answer nor the catalogue tells them. */
  nodes: z.exactOptional(z.int()),
  diskSpaceMb: z.exactOptional(z.number()),
  dataSizeMb: z.exactOptional(z.number()),
  /** Effective settings, the fork keys among them; secrets are left out. */
  userConfig: z.record(z.string(), Json),
  terminationProtection: z.boolean(),
  tags: z.record(z.string(), z.string()),
  /** Null: it is on, or since when it is off was not told; absent: it is off, and not published since when. */
  poweredOffSince: z.exactOptional(MaybeInstant),
  /**
   * When the version of its engine last changed; null: never since it was made; absent: not published. A point before it
   * holds the data of another version.
   */
  versionChangedAt: z.exactOptional(MaybeInstant),
  /**
   * Since when it is RUNNING or will be again, and when its first backup was complete; after an upgrade that ended the earlier ones, and
   * until there is one again, when that will be. An instant in the past or in the future; null: never; absent: not published.
   */
  runningAt: z.exactOptional(MaybeInstant),
  firstBackupAt: z.exactOptional(MaybeInstant),
  /** Absent: not published. */
  backupInProgress: z.exactOptional(z.boolean()),
  /** Oldest first. */
  backups: list(BackupFacts),
  /** As the control plane publishes them; null: it does not (the rules then compute their own). */
  windows: z.nullable(list(RecoveryWindow)),
  backupRegion: BackupRegionFacts,
  integrations: list(IntegrationFacts),
  /** What came and went; absent: not published. */
  access: z.exactOptional(AccessHistory),
  /** `project/service` that it replicates, when it is a read replica or a recovery copy. */
  replicaOf: z.nullable(z.string()),
  /** Null: it is no fork; absent: not published. */
  lineage: z.exactOptional(z.nullable(Lineage)),
  /** What a fork has inside, by name: an import needs it. Absent: it is no fork, or not known. */
  contents: z.exactOptional(
    entry({ databases: list(z.string()), users: list(z.string()), connectionPools: list(z.string()) }),
  ),
  /** Null: of nobody; absent: not published. */
  origin: z.exactOptional(z.nullable(ServiceOrigin)),
  /** Whose it is; absent: not known, as in a snapshot of before there were owners. */
  ownership: z.exactOptional(Ownership),
});

/** What a control plane knows of one live service. */
export type ServiceFacts = z.infer<typeof ServiceFacts>;
/** The states of a service, in the API's words. */
export type ServiceStateName = ServiceFacts['state'];
/** A completed base backup, as the control plane lists it. */
export type BackupFacts = z.infer<typeof BackupFacts>;
/** The second backup region of a service. */
export type BackupRegionFacts = z.infer<typeof BackupRegionFacts>;
/** The closed interval restorable from one storage location. */
export type RecoveryWindow = z.infer<typeof RecoveryWindow>;
/** One integration of a service, seen from that service. */
export type IntegrationFacts = z.infer<typeof IntegrationFacts>;
/** Who made a service, and for which request. */
export type ServiceOrigin = z.infer<typeof ServiceOrigin>;
/** Who holds a service. */
export type Owner = z.infer<typeof Owner>;
/** Where an owner stands, for people to read. */
export type OwnerLabel = Owner['label'];
/** Whose a live service is, one incarnation of it. */
export type Ownership = Readonly<z.infer<typeof Ownership>>;
