import type { JsonObject, JsonValue } from '../domain';

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
  readonly databases: readonly string[];
  readonly users: readonly { readonly username: string; readonly type: string; readonly password: string }[];
  /** Absent when the answer comes from the vendor. */
  readonly forkcast?: ServiceExtension;
}

export interface BackupBody {
  readonly backup_name: string;
  readonly backup_time: string;
  readonly data_size: number;
  readonly storage_location?: string;
  readonly additional_regions?: readonly { readonly cloud: string; readonly region?: string; readonly paused?: boolean }[];
}

/** What this registry tells beyond the vendor's fields. Instants are RFC 3339. */
export interface ServiceExtension {
  readonly incarnation: number;
  /** When it is, or was, RUNNING; null: never, as it stands (powered off). */
  readonly running_at: string | null;
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
}

export interface OriginBody {
  readonly stack: string;
  readonly path: string;
  readonly fingerprint: string;
  readonly latest_transaction: boolean;
}

export interface LineageBody {
  readonly source_project: string;
  readonly source_service: string;
  readonly recovery_point: string;
  readonly backup_name: string;
  readonly location: string;
  readonly role: 'primary' | 'secondary';
}

/** Body of ServiceCreate, and under `forkcast` what only this registry understands. */
export interface ServiceCreateBody {
  readonly service_name: string;
  readonly service_type: string;
  readonly plan: string;
  readonly cloud?: string;
  readonly disk_space_mb?: number;
  readonly user_config: JsonObject;
  readonly termination_protection?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
  readonly copy_tags?: boolean;
  readonly project_vpc_id?: string | null;
  readonly static_ips?: readonly string[];
  readonly service_integrations?: readonly JsonObject[];
  readonly forkcast?: { readonly origin?: OriginBody; readonly from?: 'primary' | 'secondary' };
}

/** Body of ServiceUpdate; absent fields stay, a `user_config` value of null resets the key. */
export interface ServiceUpdateBody {
  readonly plan?: string;
  readonly cloud?: string;
  readonly disk_space_mb?: number;
  readonly powered?: boolean;
  readonly termination_protection?: boolean;
  readonly user_config?: JsonObject;
  readonly forkcast?: { readonly origin?: OriginBody };
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
  updateService(project: string, service: string, body: ServiceUpdateBody): Promise<ServiceBody>;
  deleteService(project: string, service: string): Promise<void>;
  replaceTags(project: string, service: string, tags: Readonly<Record<string, string>>): Promise<void>;
  listBackups(project: string, service: string): Promise<JsonObject>;
  listProjects(): Promise<readonly { readonly project_name: string; readonly organization_id: string }[]>;
  clock(): Promise<ClockBody>;
  advanceClock(byMs: number): Promise<ClockBody>;
  /** The facts of the registry as a snapshot file's JSON. */
  snapshot(): Promise<JsonValue>;
  /** Any other operation of the contract, by method and path. */
  call(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: JsonValue): Promise<JsonValue>;
  close(): void;
}
