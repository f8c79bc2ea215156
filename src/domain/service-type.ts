import type { Source } from './source';
import type { UserConfigKey } from './user-config-key';

/** Whether backups can be copied to another region: yes, yes with a warning (product page only), or no. */
type BackupRegionSupport = 'supported' | 'unlisted' | 'unsupported';

/** One version of an engine on sale. */
export interface EngineVersion {
  readonly version: string;
  readonly deprecated?: true;
}

/** The engine offered, with what it can do. Data only: what follows from it is computed by the rules and by the registry. */
export interface ServiceType {
  /** API code, such as `pg`. */
  readonly name: string;
  /** Name for people, such as `PostgreSQL`. */
  readonly title: string;
  /** True: gone from the current schema, kept because the documents name it. */
  readonly legacy: boolean;
  readonly forkable: boolean;
  /** How a recovery point can be chosen. */
  readonly recovery: 'none' | 'backup-only' | 'named-backup' | 'point-in-time';
  readonly backupRegion: BackupRegionSupport;
  /** The log is kept beside the backups this long after it was written at the latest; absent: nobody publishes it. */
  readonly logShippedWithinMs?: number;
  /** Point in time can be restored from the second region too. */
  readonly backupRegionPointInTime: boolean;
  /** The engine refuses to be restored onto fewer nodes. */
  readonly refusesFewerNodes: boolean;
  /** Fork must keep the major version of the backup. */
  readonly forkKeepsMajorVersion: boolean;
  /** Fork may run a newer version than its backup, and never an older one. */
  readonly forkNotOlder?: true;
  /** Other types whose backups it restores too: the engines that it replaced. */
  readonly alsoForkedFrom?: readonly string[];
  /** Takes a backup right before it powers off. */
  readonly backupBeforePowerOff: boolean;
  /** The service runs in memory: its data must fit the RAM. */
  readonly memoryBound: boolean;
  /** The `user_config` key of the engine's version, when there is one. */
  readonly versionKey?: string;
  readonly versions: readonly EngineVersion[];
  readonly defaultVersion?: string;
  /** The `user_config` key that turns persistence off, when there is one. */
  readonly persistenceKey?: string;
  /** Name of the first database; absent: the type has no databases. */
  readonly defaultDatabase?: string;
  /** Name of the administrator that every new service has. */
  readonly adminUser: string;
  /** No service user can be added. @see documentation, platform/howto/create_new_service_user: Flink and Grafana (read 2026-11-26) */
  readonly administratorOnly?: true;
  readonly hasConnectionPools: boolean;
  /** It keeps roles and grants with its data. */
  readonly hasRoles?: true;
  /** Tiers that cannot be forked from, and tiers that cannot be forked to. */
  readonly tiersNotForkable: readonly string[];
  readonly tiersNotForkTarget: readonly string[];
  /** The closed list of `user_config` keys: any other key is refused. */
  readonly userConfig: readonly UserConfigKey[];
  readonly sources: readonly Source[];
}
