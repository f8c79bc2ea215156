// Written from the list of keys in the domain: `UPDATE_GOLDEN=1 npx jest test/constructs/user-config` renews it.
import type { NestedObject, NestedValue } from '../nested';
import type { Expression, ServiceSource } from '../source';

/** Settings of a Caching (Redis) service. Keys left out keep the vendor's default. */
export interface RedisUserConfig {
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
  /** Redis version. */
  readonly redisVersion?: '7.0' | Expression | null;
  /** Persistence; off deletes all backups and forbids forking. */
  readonly redisPersistence?: 'off' | 'rdb' | Expression;
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
  /** Server to migrate data from. */
  readonly migration?: NestedObject | null;
  /** Channels that a new user may use. */
  readonly redisAclChannelsDefault?: 'allchannels' | 'resetchannels' | Expression;
  /** Number of threads for input and output. */
  readonly redisIoThreads?: number;
  /** Minutes after which a usage counter decays. */
  readonly redisLfuDecayTime?: number;
  /** Logarithm factor of usage counters. */
  readonly redisLfuLogFactor?: number;
  /** What is evicted when memory is full. */
  readonly redisMaxmemoryPolicy?: string | null;
  /** Events of the key space that are published. */
  readonly redisNotifyKeyspaceEvents?: string;
  /** Number of numbered databases. */
  readonly redisNumberOfDatabases?: number;
  /** Output buffer of a subscriber, in MB. */
  readonly redisPubsubClientOutputBufferLimit?: number;
  /** Requires encrypted connections. */
  readonly redisSsl?: boolean | Expression;
  /** Seconds after which an idle connection is closed. */
  readonly redisTimeout?: number;
}
