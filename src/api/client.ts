import type { Expectation, JsonObject, JsonValue } from '../domain';
import type {
  BackupBody,
  BackupRegionsBody,
  BackupsBody,
  ConnectionPoolBody,
  ConnectionPoolCreateBody,
  ContentsBody,
  IntegrationBody,
  IntegrationCreateBody,
  LagReportBody,
  LagReportPeriod,
  LineageBody,
  LineageChainBody,
  RowBody,
  RowsBody,
  RowsQuery,
  StatusBody,
  UserBody,
} from './bodies';

/** A check that was asked of a service; `result` is empty while it goes on. */
export interface TaskBody {
  readonly task_id: string;
  readonly success: boolean;
  readonly result: string;
}

/**
 * A service as the API shows it: the vendor's fields, and under `forkcast` what only this registry tells.
 * @see API reference, ServiceGet (read 2026-11-20)
 */
export interface ServiceBody {
  readonly service_name: string;
  readonly service_type: string;
  readonly plan: string;
  readonly cloud_name: string;
  readonly state: 'POWEROFF' | 'REBALANCING' | 'REBUILDING' | 'RUNNING';
  readonly create_time: string;
  readonly update_time: string;
  readonly user_config: JsonObject;
  readonly termination_protection: boolean;
  readonly disk_space_mb: number;
  readonly node_count: number;
  readonly service_uri: string | null;
  readonly backups: readonly BackupBody[];
  readonly tags: Readonly<Record<string, string>>;
  readonly service_integrations: readonly JsonObject[];
  readonly service_notifications?: readonly {
    readonly type: string;
    readonly level: string;
    readonly message: string;
  }[];
  readonly databases: readonly string[];
  readonly users: readonly { readonly username: string; readonly type: string; readonly password: string }[];
  /** Absent when the answer comes from the vendor. */
  readonly forkcast?: ServiceExtension;
}

/** What this registry tells beyond the vendor's fields. Instants are RFC 3339. */
export interface ServiceExtension {
  readonly incarnation: number;
  /** When it is, or was, RUNNING; null: never, as it stands (powered off). */
  readonly running_at: string | null;
  /** Only while it is powered off: since when, and when it is deleted if it stays so. */
  readonly powered_off_since?: string;
  readonly removed_at?: string;
  readonly first_backup_at: string | null;
  /** The registry's clock at the answer, and whether it stands still. */
  readonly now: string;
  readonly clock_frozen: boolean;
  /** 0 to 100 while it is made or changed, and the phase it is in. */
  readonly progress_percent: number | null;
  readonly progress_phase: string | null;
  readonly origin: OriginBody | null;
  readonly lineage: LineageBody | null;
  readonly manifest: JsonObject | null;
  readonly fork_digest: string | null;
  /** Whose it is; absent: the registry knows no owners. */
  readonly ownership?: OwnershipBody;
}

/** Whose a service is. `since` and `by`: the newest change; `fresh`: its maker gave a sign of life a moment ago, null: it has no maker. */
export interface OwnershipBody {
  readonly state: 'never' | 'released' | 'making' | 'held';
  /** Null: nobody holds it. */
  readonly owner: OwnerBody | null;
  readonly since: string | null;
  readonly by: string | null;
  readonly fresh: boolean | null;
}

/** An owner; only ids are compared. */
export interface OwnerBody {
  readonly id: string;
  readonly stack: string;
  readonly path: string;
  readonly workspace: string | null;
  readonly host: string | null;
}

export interface OriginBody {
  readonly stack: string;
  readonly path: string;
  readonly fingerprint: string;
  readonly latest_transaction: boolean;
}

/** Body of ServiceCreate, and under `forkcast` what only this registry understands. */
export interface ServiceCreateBody {
  readonly service_name: string;
  readonly service_type: string;
  /** Absent: the source's, in a fork from the secondary location. */
  readonly plan?: string;
  readonly cloud?: string;
  readonly disk_space_mb?: number;
  readonly user_config: JsonObject;
  readonly termination_protection?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
  readonly copy_tags?: boolean;
  readonly project_vpc_id?: string | null;
  readonly static_ips?: readonly string[];
  readonly service_integrations?: readonly JsonObject[];
  readonly maintenance?: { readonly dow: string; readonly time: string };
  readonly forkcast?: {
    readonly origin?: OriginBody;
    readonly from?: 'primary' | 'secondary';
    /** `making`: held when its maker says so. @default held from the start */
    readonly owner?: OwnerBody & { readonly making?: boolean };
    /** Restore all that the location can: the registry finds the time. */
    readonly latest_transaction?: boolean;
  };
}

/** Body of ServiceUpdate; absent fields stay, a `user_config` value of null resets the key. */
export interface ServiceUpdateBody {
  readonly plan?: string;
  readonly cloud?: string;
  readonly disk_space_mb?: number;
  readonly powered?: boolean;
  readonly termination_protection?: boolean;
  readonly user_config?: JsonObject;
  readonly forkcast?: { readonly origin?: OriginBody; readonly owner?: OwnerBody };
}

/** A new owner for a service that is as expected; null: nobody. `by`: who asks, for people. */
export interface OwnerChange {
  readonly expect: Expectation;
  readonly owner: (OwnerBody & { readonly making?: boolean }) | null;
  readonly by?: string;
}

/** What a maker says with a look: when it holds the service from. */
export interface MakerLookBody {
  readonly owner: string;
  readonly hold?: 'when-running' | 'now';
  readonly by?: string;
}

/** Clock of the registry. */
export interface ClockBody {
  readonly now: string;
  readonly mode: 'real' | 'frozen' | 'factor';
  readonly factor: number | null;
}

/**
 * The typed client of the contract, the same over a socket and in process.
 * Every method throws RequestRefusedError when the registry refuses, RegistryUnreachableError without an answer,
 * ContractBrokenError when the answer is not what the contract says. `get...` of what is not there is undefined.
 */
export interface RegistryClient {
  readonly target: string;
  createService(project: string, body: ServiceCreateBody): Promise<ServiceBody>;
  getService(project: string, service: string): Promise<ServiceBody | undefined>;
  listServices(project: string): Promise<readonly ServiceBody[]>;
  /** With `expect`, only the service that is meant: stated and untrue, 412 and nothing is done. */
  updateService(project: string, service: string, body: ServiceUpdateBody, expect?: Expectation): Promise<ServiceBody>;
  deleteService(project: string, service: string, expect?: Expectation): Promise<void>;
  replaceTags(
    project: string,
    service: string,
    tags: Readonly<Record<string, string>>,
    expect?: Expectation,
  ): Promise<void>;
  /** Gives a service to an owner, or to nobody, if it is as expected. */
  changeOwner(project: string, service: string, change: OwnerChange): Promise<ServiceBody>;
  /** A look of who makes a service: a sign of life, and its hold when that may be. */
  lookAsMaker(project: string, service: string, look: MakerLookBody): Promise<ServiceBody>;
  /** Backups with the windows restorable per location. */
  listBackups(project: string, service: string): Promise<BackupsBody>;
  getTags(project: string, service: string): Promise<Readonly<Record<string, string>>>;
  listProjects(): Promise<readonly { readonly project_name: string; readonly organization_id: string }[]>;
  createProject(body: {
    readonly project: string;
    readonly organization?: string;
    readonly cloud?: string;
  }): Promise<void>;
  createOrganization(organization: string): Promise<void>;
  listDatabases(project: string, service: string): Promise<readonly string[]>;
  createDatabase(project: string, service: string, database: string): Promise<void>;
  deleteDatabase(project: string, service: string, database: string): Promise<void>;
  createUser(project: string, service: string, username: string): Promise<UserBody>;
  getUser(project: string, service: string, username: string): Promise<UserBody | undefined>;
  deleteUser(project: string, service: string, username: string): Promise<void>;
  /** Without `password` the registry draws one. */
  resetUserPassword(project: string, service: string, username: string, password?: string): Promise<void>;
  listPools(project: string, service: string): Promise<readonly ConnectionPoolBody[]>;
  createPool(project: string, service: string, body: ConnectionPoolCreateBody): Promise<void>;
  deletePool(project: string, service: string, pool: string): Promise<void>;
  listIntegrations(project: string, service: string): Promise<readonly IntegrationBody[]>;
  createIntegration(project: string, body: IntegrationCreateBody): Promise<IntegrationBody>;
  deleteIntegration(project: string, integrationId: string): Promise<void>;
  /** The second backup region: state, target, lag, windows. */
  backupRegions(project: string, service: string): Promise<BackupRegionsBody>;
  lagReport(project: string, service: string, period: LagReportPeriod): Promise<LagReportBody>;
  setBackupCopyPaused(project: string, service: string, paused: boolean): Promise<void>;
  /** Ancestors, nearest first; they stay known when the source is gone. */
  lineage(project: string, service: string): Promise<LineageChainBody>;
  /** What a service held at an instant (RFC 3339; now when absent): names, counts and digests. */
  contents(project: string, service: string, at?: string): Promise<ContentsBody>;
  /** One page of the ledger at an instant, in the order written. */
  rows(project: string, service: string, query?: RowsQuery): Promise<RowsBody>;
  writeRow(project: string, service: string, row: Omit<RowBody, 'written_at'>): Promise<Pick<RowBody, 'written_at'>>;
  generateRows(
    project: string,
    service: string,
    body: { readonly database: string; readonly count: number; readonly seed?: string },
  ): Promise<Pick<RowBody, 'written_at'>>;
  clock(): Promise<ClockBody>;
  advanceClock(byMs: number): Promise<ClockBody>;
  setClock(
    setting:
      { readonly mode: 'real' } | { readonly mode: 'frozen' } | { readonly mode: 'factor'; readonly factor: number },
  ): Promise<ClockBody>;
  /** Clouds that are down now. */
  outages(): Promise<readonly string[]>;
  setOutage(cloud: string, down: boolean): Promise<void>;
  status(): Promise<StatusBody>;
  /** The facts of the registry as a snapshot file's JSON; with `only` (`project/service`), of no other services. */
  snapshot(only?: readonly string[]): Promise<JsonValue>;
  /** Runs the vendor's `upgrade_check`, as its provider does before it asks for another version. */
  checkUpgrade(project: string, service: string, version: string): Promise<TaskBody>;
  /** A task that was asked for. */
  getTask(project: string, service: string, task: string): Promise<TaskBody>;
  /** Any other operation of the contract, by method and path. */
  call(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: JsonValue): Promise<JsonValue>;
  close(): void;
}

/** What is asked of a registry by who makes, changes and ends one service. */
export type ServiceCalls = Pick<
  RegistryClient,
  | 'changeOwner'
  | 'checkUpgrade'
  | 'clock'
  | 'createIntegration'
  | 'createService'
  | 'deleteService'
  | 'getService'
  | 'getTask'
  | 'listServices'
  | 'lookAsMaker'
  | 'replaceTags'
  | 'updateService'
>;
