// Written from the list of keys in the domain: `UPDATE_GOLDEN=1 npx jest test/constructs/user-config` renews it.
import type { NestedObject, NestedValue } from '../nested';
import type { Expression, SecretReference, ServiceSource } from '../source';

/** Settings of a PostgreSQL service. Keys left out keep the vendor's default. */
export interface PgUserConfig {
  /**
   * Name of the service to fork; read only while the service is created.
   * Bounds: at most 64 characters, create-only.
   */
  readonly serviceToForkFrom?: ServiceSource | string | null;
  /**
   * Name of the project of the service to fork, when it is another project; read only while the service is created.
   * Bounds: at most 63 characters, create-only.
   */
  readonly projectToForkFrom?: string | null;
  /**
   * Instant that the fork is restored to; read only while the service is created.
   * Bounds: at most 32 characters, create-only.
   */
  readonly recoveryTargetTime?: string;
  /** Name of the service to fork; use service_to_fork_from. Bounds: at most 64 characters, create-only. @deprecated */
  readonly pgServiceToForkFrom?: string | null;
  /** The service being forked becomes a read replica; use a read_replica integration. @deprecated */
  readonly pgReadReplica?: boolean | Expression | null;
  /** PostgreSQL major version. */
  readonly pgVersion?: '10' | '11' | '12' | '13' | '14' | '15' | '16' | '17' | '18' | Expression | null;
  /** Variant of the service, which decides the features at hand. */
  readonly variant?: 'aiven' | 'timescale' | Expression | null;
  /** Hour of the day, UTC, when the backup starts. Bounds: from 0, to 23. */
  readonly backupHour?: number | null;
  /** Minute of the hour when the backup starts. Bounds: from 0, to 59. */
  readonly backupMinute?: number | null;
  /** Hours between backups; for ACU plans only, none of which is known. Bounds: from 3, to 24. */
  readonly backupIntervalHours?: 3 | 4 | 6 | 8 | 12 | 24 | Expression | null;
  /**
   * Region of the same provider that backups are copied to; at most one.
   * Bounds: at most 256 characters, at most 1 items.
   */
  readonly additionalBackupRegions?: readonly string[];
  /** Name of the administrator; read only while the service is created. Bounds: at most 64 characters, create-only. */
  readonly adminUsername?: string;
  /**
   * Password of the administrator; read only while the service is created.
   * Bounds: at least 8 characters, at most 256 characters, create-only.
   */
  readonly adminPassword?: SecretReference;
  /** Address blocks that may connect: texts, or objects with a network. Bounds: at most 8000 items. */
  readonly ipFilter?: readonly NestedValue[];
  /** Keeps the service's logs for the API and the console. */
  readonly serviceLog?: boolean | Expression | null;
  /** Uses static public addresses. */
  readonly staticIps?: boolean | Expression;
  /** Components reachable from private networks. */
  readonly privateAccess?: NestedObject;
  /** Components reachable through Privatelink. */
  readonly privatelinkAccess?: NestedObject;
  /** Components of a service in a VPC that are reachable from the internet. */
  readonly publicAccess?: NestedObject;
  /** Registers AAAA records and accepts IPv6. */
  readonly enableIpv6?: boolean | Expression;
  /** Server to migrate data from. */
  readonly migration?: NestedObject | null;
  /** Number of nodes, on plans that leave it open. Bounds: from 1. */
  readonly nodeCount?: number | null;
  /** Settings of postgresql.conf. */
  readonly pg?: NestedObject;
  /** Settings of the pg_qualstats extension. */
  readonly pgQualstats?: NestedObject;
  /** Turns the pg_stat_monitor extension on. */
  readonly pgStatMonitorEnable?: boolean | Expression;
  /** Settings of the pgaudit extension. */
  readonly pgaudit?: NestedObject;
  /** Settings of the connection pooler. */
  readonly pgbouncer?: NestedObject;
  /** Settings of the failover monitor. */
  readonly pglookout?: NestedObject;
  /** Share of memory used for shared buffers. Bounds: from 20, to 60. */
  readonly sharedBuffersPercentage?: number;
  /** Kind of synchronous replication. */
  readonly synchronousReplication?: 'off' | 'quorum' | Expression;
  /** Settings of the TimescaleDB extension. */
  readonly timescaledb?: NestedObject;
  /** Memory of one query operation, in MB. Bounds: from 1, to 1024. */
  readonly workMem?: number;
}
