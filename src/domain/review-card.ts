import type { Severity, StaleAcknowledgement } from './finding';
import type { InputAccount } from './input-account';
import type { ManifestEntry } from './manifest';

/**
 * One sentence on the whole review. `unsure`: nothing was found that stops, and something that could was not decided or not judged. `loss`:
 * all is judged, and live services are destroyed. `nothing`: nothing is made, changed or destroyed.
 */
export interface CardVerdict {
  readonly kind: 'stop' | 'go' | 'unsure' | 'loss' | 'nothing';
  readonly sentence: string;
}

/** What a review counts up to; acknowledged findings stand apart. */
export interface CardCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly acknowledged: number;
  readonly undecided: number;
  /** Those of them that could have been errors of what is made or changed; absent: an older review, which did not count them. */
  readonly undecidedErrors?: number;
  /** Acknowledgements that can be taken out. */
  readonly stale: number;
}

/** A finding that someone accepted. */
export interface CardAcknowledgement {
  readonly reason: string;
  readonly until: string | null;
  readonly scope: string;
}

/** One rule's judgement of the service that it stands below. */
export interface CardFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly attribute: string;
  readonly summary: string;
  readonly detail: string;
  readonly remedy: string;
  readonly acknowledged: CardAcknowledgement | null;
}

/** A rule that could not be decided, with the facts that it missed. */
export interface CardUndecided {
  readonly ruleId: string;
  /** The worst that the rule could have found; absent: an older review. */
  readonly severity?: Severity;
  readonly missing: readonly string[];
}

/** A setting of a live service that is changed in place. */
export interface CardSetting {
  /** API name, such as `plan` or `user_config.pg_version`. */
  readonly name: string;
  /** JSON texts without quotes where they are words; null: not set. */
  readonly before: string | null;
  /** `known after apply` where that is so. */
  readonly after: string | null;
}

/** What will happen to the service; `unknown`: the input is no plan and there are no facts. */
export interface CardChange {
  readonly kind: 'create' | 'update' | 'replace' | 'delete' | 'no-op' | 'forget' | 'unknown';
  /** API names of the settings that force a replacement. */
  readonly reasons: readonly string[];
  readonly movedFrom: string | null;
  readonly imported: boolean;
  /** Said first where the service is destroyed, or leaves the record and stays; null: neither. */
  readonly sentence: string | null;
  /** What an update in place changes; absent: it is no update, or an older review. */
  readonly settings?: readonly CardSetting[];
}

/** One side of a fork. Null: not known. */
export interface CardSide {
  /** `project/service`. */
  readonly name: string | null;
  readonly type: string | null;
  readonly plan: string | null;
  readonly cloud: string | null;
  /** Part of the world that the cloud lies in. */
  readonly geoRegion: string | null;
}

/** Where the data comes to rest. */
export interface CardResidency {
  /** Null: one of the two clouds, or where it lies, is not known. */
  readonly cloudCrossed: boolean | null;
  readonly geoRegionCrossed: boolean | null;
  readonly sentence: string;
}

/** The state that the fork will hold. */
export interface CardPoint {
  readonly asked: 'latest-backup' | 'time' | 'backup' | 'latest-transaction' | 'unknown';
  /** The instant whose state is restored; null: not known. */
  readonly at: string | null;
  /** Seconds from that instant to the clock of the facts; null: not known. */
  readonly ageSeconds: number | null;
  /** The base backup that is restored, or that the log is replayed onto. */
  readonly backupName: string | null;
  readonly location: string | null;
  readonly role: 'primary' | 'secondary' | null;
  /** The newest points that could be asked for without naming a time, the one that loses least first; absent: it asks for neither. */
  readonly newest?: readonly CardNewestPoint[];
  readonly sentence: string;
}

/** A newest point, with what it would miss of all that was written. */
export interface CardNewestPoint {
  readonly target: 'latest-transaction' | 'latest-backup';
  readonly at: string;
  /** Begun minutes; null: nobody publishes where the log ends. */
  readonly lostMinutes: number | null;
}

/** An interval of time, both ends inclusive. */
export interface CardSpan {
  readonly from: string;
  readonly to: string;
}

/** What one storage location can restore. */
export interface CardWindow {
  readonly role: 'primary' | 'secondary';
  readonly location: string;
  /** Null: nothing can be restored from there. */
  readonly earliest: string | null;
  readonly latest: string | null;
  /** `any`: every instant of it; `backups`: the instants of its backups only. */
  readonly instants: 'any' | 'backups';
  /** Seconds that the newest restorable instant is behind the clock of the facts; null: not known. */
  readonly lagSeconds: number | null;
  /** Where only backups can be restored: the instants of the newest, oldest first, at most 60. */
  readonly backups: readonly string[];
  /** Stretches of a second location whose backups were not copied. */
  readonly gaps: readonly CardSpan[];
}

/** How long the restore may take. */
export interface CardRestore {
  readonly dataSizeMb: number;
  readonly estimateSeconds: number;
}

/** List prices, in USD. */
export interface CardPrice {
  readonly sourceUsdPerHour: number;
  readonly forkUsdPerHour: number;
  /** For 730 hours: what the fork costs more (or less) than its source. */
  readonly differenceUsdPerMonth: number;
}

/** The fork that a service asks for. */
export interface CardFork {
  readonly source: CardSide & { readonly standing: 'live' | 'declared' | 'terminated' | 'absent' | 'unknown' };
  readonly residency: CardResidency;
  readonly point: CardPoint;
  readonly windows: readonly CardWindow[];
  readonly restore: CardRestore | null;
  readonly copied: readonly ManifestEntry[];
  readonly notCopied: readonly ManifestEntry[];
  readonly price: CardPrice | null;
}

/** Where a service is declared in the source code. */
export interface CardPlace {
  /** `/`-separated, relative to the folder that the review was made in. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** One judged service. */
export interface CardService {
  readonly address: string;
  readonly stack: string;
  readonly standing: 'new' | 'live' | 'unknown';
  readonly change: CardChange;
  readonly side: CardSide;
  readonly declaredAt: CardPlace | null;
  /** Who holds the live service of this name, and who took it over when; absent: nobody, or it is not known. */
  readonly heldBy?: string;
  /** Whether a live service is off, and whether the apply switches it; absent: it runs and goes on, or nothing is known. */
  readonly power?: string;
  /** The first instant after which something that holds now will not; null: nothing of it ends. */
  readonly validUntil: { readonly at: string; readonly ruleId: string } | null;
  /** Null: it is no fork. */
  readonly fork: CardFork | null;
  readonly findings: readonly CardFinding[];
  readonly undecided: readonly CardUndecided[];
}

/** A service in the picture of where forks come from. */
export interface LineageNode {
  /** `project/service`, or the address of a declaration whose name is not known. */
  readonly name: string;
  readonly state: 'live' | 'new' | 'replaced' | 'destroyed' | 'gone' | 'unknown';
  readonly cloud: string | null;
}

/** A fork in that picture, from the source to the fork, by the names of the nodes. */
export interface LineageEdge {
  readonly source: string;
  readonly fork: string;
  /** The recovery point; null: not known. */
  readonly at: string | null;
}

/** Where the forks of the review come from, with the ancestors that the facts know. */
export interface CardLineage {
  readonly nodes: readonly LineageNode[];
  readonly edges: readonly LineageEdge[];
}

/** An acknowledgement that can be taken out. */
export interface CardStaleAcknowledgement extends CardAcknowledgement {
  readonly ruleId: string;
  readonly why: StaleAcknowledgement['why'];
}

/**
 * What a reviewer reads: a review with everything that it is shown with. Self-contained, so that a stored one can be shown
 * years later: it is the JSON of `forkcast review`. Instants are RFC 3339 in UTC. It holds no secret.
 */
export interface ReviewCard {
  readonly formatVersion: 1;
  readonly verdict: CardVerdict;
  /** Clock of the facts; null: time was not known. */
  readonly now: string | null;
  readonly factsOrigin: string | null;
  readonly counts: CardCounts;
  /** What is destroyed first, then forks, then the rest; by address. */
  readonly services: readonly CardService[];
  readonly staleAcknowledgements: readonly CardStaleAcknowledgement[];
  readonly lineage: CardLineage;
  /** What was judged, and what became of everything in it; absent: an older review. */
  readonly inputs?: readonly InputAccount[];
}
