// Written from the list of keys in the domain: `UPDATE_GOLDEN=1 npx jest test/constructs/user-config` renews it.
import type { NestedObject, NestedValue } from '../nested';
import type { Expression, ServiceSource } from '../source';

/** Settings of a Valkey service. Keys left out keep the vendor's default. */
export interface ValkeyUserConfig {
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
  /** Name of the backup that the fork is restored from. Bounds: at most 128 characters. */
  readonly recoveryBasebackupName?: string;
  /** Valkey version. */
  readonly valkeyVersion?: '8.1' | '9.0' | '9.1' | Expression | null;
  /** Persistence; off deletes all backups and forbids forking. */
  readonly valkeyPersistence?: 'off' | 'rdb' | Expression;
  /** Hour of the day, UTC, when the backup starts. Bounds: from 0, to 23. */
  readonly backupHour?: number | null;
  /** Minute of the hour when the backup starts. Bounds: from 0, to 59. */
  readonly backupMinute?: number | null;
  /**
   * Region of the same provider that backups are copied to; at most one.
   * Bounds: at most 256 characters, at most 1 items.
   */
  readonly additionalBackupRegions?: readonly string[];
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
  /** Takes local snapshots between backups. */
  readonly frequentSnapshots?: boolean | Expression;
  /** Channels that a new user may use. */
  readonly valkeyAclChannelsDefault?: 'allchannels' | 'resetchannels' | Expression;
  /** Waste at which defragmentation starts, in bytes. */
  readonly valkeyActiveDefragIgnoreBytes?: number;
  /** Fragmentation at which defragmentation starts, in per cent. */
  readonly valkeyActiveDefragThresholdLower?: number;
  /** Effort spent on expired keys. Bounds: from 1, to 10. */
  readonly valkeyActiveExpireEffort?: number;
  /** Turns defragmentation on. */
  readonly valkeyActivedefrag?: boolean | Expression;
  /** Number of threads for input and output. */
  readonly valkeyIoThreads?: number;
  /** Minutes after which a usage counter decays. */
  readonly valkeyLfuDecayTime?: number;
  /** Logarithm factor of usage counters. */
  readonly valkeyLfuLogFactor?: number;
  /** What is evicted when memory is full. */
  readonly valkeyMaxmemoryPolicy?:
    | 'allkeys-lfu'
    | 'allkeys-lru'
    | 'allkeys-random'
    | 'noeviction'
    | 'volatile-lfu'
    | 'volatile-lru'
    | 'volatile-random'
    | 'volatile-ttl'
    | Expression
    | null;
  /** Events of the key space that are published. */
  readonly valkeyNotifyKeyspaceEvents?: string;
  /** Number of numbered databases. */
  readonly valkeyNumberOfDatabases?: number;
  /** Output buffer of a subscriber, in MB. */
  readonly valkeyPubsubClientOutputBufferLimit?: number;
  /** Requires encrypted connections. */
  readonly valkeySsl?: boolean | Expression;
  /** Seconds after which an idle connection is closed. */
  readonly valkeyTimeout?: number;
}
