// Written from the list of keys in the domain: `UPDATE_GOLDEN=1 npx jest test/constructs/user-config` renews it.
import type { NestedObject, NestedValue } from '../nested';
import type { Expression, SecretReference, ServiceSource } from '../source';

/** Settings of a MySQL service. Keys left out keep the vendor's default. */
export interface MysqlUserConfig {
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
  /** MySQL major version. */
  readonly mysqlVersion?: '8' | '8.4' | Expression | null;
  /** Hour of the day, UTC, when the backup starts. Bounds: from 0, to 23. */
  readonly backupHour?: number | null;
  /** Minute of the hour when the backup starts. Bounds: from 0, to 59. */
  readonly backupMinute?: number | null;
  /** Incremental backups: enabled, and the weekdays of full backups. */
  readonly mysqlIncrementalBackup?: NestedObject;
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
  /** Server to migrate data from. */
  readonly migration?: NestedObject | null;
  /** Least time that binary logs are kept, in seconds. */
  readonly binlogRetentionPeriod?: number;
  /** Settings of mysql.conf. */
  readonly mysql?: NestedObject;
}
