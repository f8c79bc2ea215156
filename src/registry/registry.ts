import type { JsonObject, Catalogue, EpochMs, Lineage, Manifest, Refusal, ServiceId } from '../domain';
import type { ClockMode, Command, CreateService, MakerLook, RecoveryDefault, TimingProfile } from './commands';
import type { IntegrationRecord } from './events';
import type { Changes, Descendant, EndedPage, EndedQuery, HistoryEntry, LagQuery, LifeId, RegionLag } from './lives';
import type { LogEntry, LogPage } from './log-page';
import type { PagePosition, PageQuery } from './page-query';
import type { ConnectionPool, DatedRecord, EndpointRecord, MaintenanceWindow, PlainKind, TaskRecord } from './records';
import type { RoleGrants } from './role-grants';
import type { OpenedSettings } from './secrets';
import type { ProjectState } from './state';
import type { ServiceState } from './state';
import type { TokenRecord } from './tokens';
import type { OwnAccount, OwnFacts } from './own-facts';

/** What became of a command: its events are in the log, or it was refused and left none. */
export type Outcome =
  | {
      readonly kind: 'accepted';
      readonly at: EpochMs;
      /** Id of what was created, where there is one. */ readonly id?: string;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** What a create would come to: the service as it would be at its creation, or the refusal. */
export type Preview =
  | { readonly kind: 'possible'; readonly at: EpochMs; readonly service: ServiceDetail }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** One row of a service's simulated ledger. */
export interface LedgerRow {
  readonly database: string;
  readonly key: string;
  readonly value: string;
  readonly writtenAt: EpochMs;
}

/** Some rows of a ledger, and how many there are. */
export interface LedgerPage {
  readonly at: EpochMs;
  readonly total: number;
  readonly rows: readonly LedgerRow[];
}

/** Which rows are meant; of a database or key that is left out, all. */
export interface RowFilter {
  readonly database?: string | undefined;
  readonly key?: string | undefined;
}

/** Which of these are shown. */
export interface RowsPage {
  readonly filter: RowFilter;
  readonly offset: number;
  readonly limit: number;
}

/** A user as the data set holds it. The password is derived, or sealed, and never stored in the clear. */
export interface DataUser {
  readonly username: string;
  readonly kind: 'primary' | 'normal';
  readonly password: string;
  readonly accessControl?: JsonObject;
}

/** What a service holds at one instant: exactly what a fork restored to that instant would hold. */
export interface Contents {
  readonly at: EpochMs;
  readonly databases: readonly string[];
  /** In the order written; a later row of the same key does not remove an earlier one. Read when they are asked for. */
  readonly rows: readonly LedgerRow[];
  readonly rowCount: number;
  readonly users: readonly DataUser[];
  readonly pools: readonly ConnectionPool[];
  /** Without what is secret. */
  readonly settings: JsonObject;
  /** Hash of databases, ledger, users and pools. */
  readonly dataDigest: string;
  /** Hash of the settings less create-only keys, backup regions and single sign-on. */
  readonly configDigest: string;
}

/** One step of provisioning or of a change, as the API shows it. */
export interface ProgressPhase {
  readonly phase: 'prepare' | 'basebackup' | 'stream' | 'finalize';
  readonly completed: boolean;
  /** 0 to 100; null when the phase has no measure. */
  readonly percent: number | null;
}

/** A service with what clients need beyond its facts. */
export interface ServiceDetail {
  readonly facts: OwnFacts;
  /** What it is seen by: what is on sale, and the registry's clock then. */
  readonly seen: { readonly catalogue: Catalogue; readonly clock: ReturnType<Registry['clock']> };
  /** Its settings with their secrets; those among its facts are without. */
  readonly settings: OpenedSettings;
  readonly updatedAt: EpochMs;
  /** When it is deleted if it stays powered off; null: it is on. */
  readonly removalAt: EpochMs | null;
  /**
   * Until when (exclusive) all of this but the lag of the second region stays so, as long as no command is executed; the registry's
   * now while something is under way.
   */
  readonly steadyUntil: () => EpochMs;
  readonly phases: readonly ProgressPhase[];
  readonly host: string;
  /** What the certificates of its project follow from. */
  readonly certificateSeed: string;
  readonly port: number;
  readonly databases: readonly string[];
  readonly users: readonly DataUser[];
  readonly pools: readonly ConnectionPool[];
  readonly roles: RoleGrants;
  readonly manifest: Manifest | null;
  /** Digest of the data at the fork's recovery point; null for what is not a fork. */
  readonly forkDigest: string | null;
  /** Settings of each of its integrations, by id. */
  readonly integrationSettings: Readonly<Record<string, OpenedSettings>>;
  /** Type of the service or endpoint at the other end of each, by id. */
  readonly peerTypes: Readonly<Record<string, string>>;
  /** Null: as every service begins. */
  readonly maintenance: MaintenanceWindow | null;
  readonly techEmails: readonly string[];
  /** The newest tasks, oldest first; at most 100. */
  readonly tasks: readonly TaskRecord[];
}

/** A service as a page shows it: only that is worked out for it. */
export interface PagedService {
  readonly facts: Pick<
    OwnFacts,
    | ('project' | 'service' | 'incarnation' | 'type' | 'plan' | 'cloud' | 'state' | 'createdAt')
    | ('terminationProtection' | 'lineage' | 'replicaOf' | 'ownership' | 'windows' | 'backupRegion')
  >;
  readonly phases: readonly ProgressPhase[];
  readonly newestBackupAt: EpochMs | null;
  readonly backupCount: number;
}

/** A page costs what it shows: it may hold fewer services than were asked for, even none, and go on nevertheless. */
export interface ServicePage {
  /** Number of events of the registry. */
  readonly version: number;
  readonly now: EpochMs;
  readonly services: readonly PagedService[];
  /** Undefined: there are no more. */
  readonly next: PagePosition | undefined;
}

/** An endpoint with its settings opened. */
export interface EndpointDetail extends Omit<EndpointRecord, 'userConfig'> {
  readonly settings: OpenedSettings;
}

/** One point of the chart of a service's size. */
export interface SizeSample {
  readonly at: EpochMs;
  readonly dataSizeMb: number;
}

/** The span of a report, which ends now. */
export type LagPeriod = 'hour' | 'day' | 'week' | 'month' | 'year';

/** One point of the lag report. */
export interface LagSample {
  readonly at: EpochMs;
  readonly lagSeconds: number;
}

export interface RegistryStatus {
  readonly now: EpochMs;
  readonly clock: ClockMode;
  readonly profile: TimingProfile;
  /** Absent: the newest base backup. */
  readonly recoveryDefault?: RecoveryDefault;
  readonly seed: string;
  /** Undefined: its secrets can be read and written, or there are none yet; else why they are sealed. */
  readonly sealed?: string;
  readonly organizations: readonly string[];
  readonly projects: number;
  readonly services: number;
  readonly events: number;
  readonly outages: readonly string[];
}

/**
 * The simulated control plane, whatever store it stands on. Synchronous: the store is embedded.
 * Every read is derived from the log and the clock; reading changes nothing.
 */
export interface Registry {
  /** Decides a command and appends its events in one transaction; never trusts that a rule ran before. */
  execute(command: Command): Outcome;
  /** Decides commands one after another, each on what the ones before it left, in one durable transaction; a refused one stops nobody. */
  executeAll(commands: readonly Command[]): readonly Outcome[];
  /** Notes a sign of life of who makes a service, and gives it to its maker when that may be. */
  lookAsMaker(look: MakerLook): Outcome;
  /**
   * Runs `work`, in which this registry is asked and told things one after another, as one durable transaction. A part that throws
   * is forgotten alone when `work` catches it; when `work` throws, all of it is.
   */
  together<T>(work: () => T): T;
  /** Writes as little as can be, durably, and changes nothing: throws what every write would throw. */
  probe(): void;
  /** What a create would make now, or why it would be refused. Makes nothing. */
  preview(command: CreateService): Preview;
  /** Every token that ever was made, oldest first, revoked ones among them. */
  tokens(): readonly TokenRecord[];
  /**
   * Cheap, for every request of a server: a number that any change raises, the clock and the tokens. Not inside `together`, whose
   * changes may still be forgotten. Asked for the same `turn` again, it does not look for what other processes have changed since.
   */
  head(turn?: object): { readonly version: number; readonly now: EpochMs; readonly tokens: readonly TokenRecord[] };
  /** What its clock shows, and how it runs: cheap, whatever the registry holds. */
  clock(): { readonly now: EpochMs; readonly mode: ClockMode };
  status(): RegistryStatus;
  projects(): readonly ProjectState[];
  /** Live services only; undefined: no such service (or project). */
  findService(id: ServiceId): ServiceDetail | undefined;
  /** Live services of a project, by name; undefined: no such project. */
  services(project: string): readonly ServiceDetail[] | undefined;
  /** Some of them: those after a name, at most `limit`; [] when there is no such project. */
  servicesAfter(project: string, after: string | undefined, limit: number): readonly ServiceDetail[];
  /** Some live services of some or all projects, with what their facts tell; it costs what it shows. */
  servicePage(query: PageQuery): ServicePage;
  /** Contents at an instant (now when absent); undefined: no such service, or the instant is before its creation. */
  contents(id: ServiceId, at?: EpochMs): Contents | undefined;
  /** The same in steps, between which others may be served. */
  contentsSteps(id: ServiceId, at?: EpochMs): Generator<void, Contents> | undefined;
  /** Some of its rows at an instant, and the number of all that are meant; undefined: as for contents. */
  rows(id: ServiceId, at: EpochMs | undefined, page: RowsPage): LedgerPage | undefined;
  /** Ancestors, nearest first, of a service that is live or ended; without an incarnation, of the newest of its name. */
  lineage(id: LifeId): readonly Lineage[] | undefined;
  /** One life of a name; without an incarnation the newest; undefined: there never was one. */
  instance(id: LifeId): ServiceState | undefined;
  /** The forks of a service that is live or ended, each with its own behind it; at most 10,000; undefined: no such service. */
  descendants(id: LifeId): readonly Descendant[] | undefined;
  /** One page of the ended services of a project, by name, then incarnation. */
  ended(project: string, query: EndedQuery): EndedPage;
  /** All that happened to a service that is live or ended, oldest first; undefined: no such service. */
  history(id: LifeId): readonly HistoryEntry[] | undefined;
  /** The lag of each second region of a service over a span, oldest first; undefined: no such service. */
  lagOver(id: LifeId, query: LagQuery): readonly RegionLag[] | undefined;
  /** What was written since a version: cheap when that is nothing. */
  changes(since: number, limit: number): Changes;
  /** Replication lag of the second region over a period that ends now, oldest first; [] without one. */
  lagReport(id: ServiceId, period: LagPeriod): readonly LagSample[] | undefined;
  /** Size of the data of a service over a period that ends now, oldest first. */
  sizeReport(id: ServiceId, period: LagPeriod): readonly SizeSample[] | undefined;
  /** A live integration, whichever project it is in. */
  integration(id: string): IntegrationRecord | undefined;
  /** Integration endpoints of a project, by name. */
  endpoints(project: string): readonly EndpointDetail[];
  /** What is kept plainly in a project, or in none (''), by id. */
  records(scope: string, kind: PlainKind): readonly DatedRecord[];
  /** What happened in a project, newest first, without the rows of ledgers. */
  projectLog(project: string, page: LogPage): readonly LogEntry[];
  /** What happened to a service, without its rows; undefined: no such service. */
  serviceLog(id: ServiceId, page: LogPage & { readonly order: 'asc' | 'desc' }): readonly LogEntry[] | undefined;
  /** What is on sale in this world. */
  catalogue(): Catalogue;
  /** Everything that rules may know, at the registry's now; secrets left out. With `only`, of no other services. */
  facts(only?: readonly ServiceId[]): OwnAccount;
  /** The same facts of one state in parts, each with some of the services; the first has none. Read as far as somebody goes. */
  factsInParts(): Iterable<OwnAccount>;
  close(): void;
}
