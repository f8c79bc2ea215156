import type { JsonObject } from '../domain';

/** A completed base backup; `data_size` in bytes before compression. */
export interface BackupBody {
  readonly backup_name: string;
  readonly backup_time: string;
  readonly data_size: number;
  readonly storage_location?: string;
  readonly additional_regions?: readonly {
    readonly cloud: string;
    readonly region?: string;
    readonly paused?: boolean;
    readonly pause_reason?: string;
  }[];
}

/** Where a fork came from: the recovery point really used, and the location it was read from. */
export interface LineageBody {
  readonly source_project: string;
  readonly source_service: string;
  readonly recovery_point: string;
  readonly backup_name: string;
  readonly location: string;
  readonly role: 'primary' | 'secondary';
}

/** The interval restorable from one location. Null start: nothing yet; null end: up to now. */
export interface RangeBody {
  readonly pitr_range_start: string | null;
  readonly pitr_range_end: string | null;
}

/** Answer of ServiceBackupsGet; `pitr` is absent for types without point-in-time recovery. @see API reference (read 2026-11-20) */
export interface BackupsBody {
  readonly backups: readonly BackupBody[];
  readonly backup_progress?: string;
  readonly scheduled_backup_time?: JsonObject;
  readonly pitr?: {
    readonly primary_region: RangeBody;
    readonly additional_regions: readonly (RangeBody & { readonly cloud: string; readonly region?: string })[];
  };
}

/** A database user of a service. */
export interface UserBody {
  readonly username: string;
  readonly type: string;
  readonly password: string;
}

export interface ConnectionPoolBody {
  readonly pool_name: string;
  readonly database: string;
  /** Null: the user of whoever connects. */
  readonly username: string | null;
  readonly pool_size: number;
  readonly pool_mode: string;
  readonly connection_uri: string;
}

/** Body of ServicePGBouncerCreate. @default pool_size 10, pool_mode transaction */
export interface ConnectionPoolCreateBody {
  readonly pool_name: string;
  readonly database: string;
  readonly username?: string | null;
  readonly pool_size?: number;
  readonly pool_mode?: 'session' | 'statement' | 'transaction';
}

/** An integration of two services, or of a service and an endpoint. */
export interface IntegrationBody {
  readonly service_integration_id: string;
  readonly integration_type: string;
  readonly source_project: string | null;
  readonly source_service: string | null;
  readonly dest_project: string | null;
  readonly dest_service: string | null;
  readonly enabled: boolean;
  readonly active: boolean;
  /** An end that is an endpoint outside; its service is null then. */
  readonly source_endpoint_id?: string | null;
  readonly dest_endpoint_id?: string | null;
  /** Settings without their secrets. */
  readonly user_config?: JsonObject;
}

/** Body of ServiceIntegrationCreate. */
export interface IntegrationCreateBody {
  readonly integration_type: string;
  readonly source_project?: string | null;
  readonly source_service?: string | null;
  readonly source_endpoint_id?: string | null;
  readonly dest_project?: string | null;
  readonly dest_service?: string | null;
  readonly dest_endpoint_id?: string | null;
  readonly user_config?: JsonObject;
}

/** The second backup region of a service, with what can be restored from where. Instants are RFC 3339. */
export interface BackupRegionsBody {
  readonly now: string;
  /** Null: none is set. */
  readonly cloud: string | null;
  readonly changed_at: string | null;
  readonly status: 'none' | 'pending' | 'available' | 'paused';
  /** Why nothing is copied at present; null: it is. */
  readonly pause_reason?: string | null;
  readonly lag_seconds: number | null;
  readonly copied_backups: number;
  readonly oldest_copy_at: string | null;
  readonly windows: readonly {
    readonly location: string;
    readonly role: 'primary' | 'secondary';
    readonly earliest: string | null;
    /** Null: up to now. */
    readonly latest: string | null;
  }[];
}

/** How far back a lag report goes. */
export type LagReportPeriod = 'hour' | 'day' | 'week' | 'month' | 'year';

/** Answer of ServiceBackupToAnotherRegionReport, in the shape of a Google chart; seconds by time, oldest first. */
export interface LagReportBody {
  readonly replication_lag: {
    readonly data: {
      readonly cols: readonly { readonly label: string; readonly type: string }[];
      readonly rows: readonly (readonly [string, number])[];
    };
    readonly hints: { readonly title: string };
  };
}

/** Where a service came from, nearest ancestor first; empty for what is not a fork. */
export interface LineageChainBody {
  readonly lineage: readonly (LineageBody & {
    readonly source_incarnation: number;
    /** The ancestor is live today, as the service that was forked. */
    readonly source_live: boolean;
  })[];
}

/** What a service held at one instant. */
export interface ContentsBody {
  readonly at: string;
  readonly databases: readonly string[];
  readonly users: readonly string[];
  readonly connection_pools: readonly string[];
  readonly row_count: number;
  /** Hash of databases, ledger, users and pools. */
  readonly data_digest: string;
  /** Hash of the settings less create-only keys, backup regions and single sign-on. */
  readonly config_digest: string;
}

/** One row of a service's simulated ledger. */
export interface RowBody {
  readonly database: string;
  readonly key: string;
  readonly value: string;
  readonly written_at: string;
}

/** Which rows to read. @default at now, all databases and keys, offset 0, limit 1000 (at most 10000) */
export interface RowsQuery {
  readonly at?: string;
  readonly database?: string;
  readonly key?: string;
  readonly offset?: number;
  readonly limit?: number;
}

/** One page of the ledger. `total` counts the rows that match, on all pages. */
export interface RowsBody {
  readonly at: string;
  readonly total: number;
  readonly rows: readonly RowBody[];
}

export interface StatusBody {
  readonly now: string;
  readonly clock: { readonly mode: 'real' | 'frozen' | 'factor'; readonly factor: number | null };
  readonly profile: string;
  /** What a fork of pg or mysql without a recovery point holds: `base-backup` or `latest`; absent from older registries. */
  readonly recovery_default?: string | undefined;
  readonly seed: string;
  readonly organizations: readonly string[];
  readonly projects: number;
  readonly services: number;
  readonly events: number;
  readonly outages: readonly string[];
}
