// Written from the keys of src/domain/service-types by scripts/user-config.mjs; npm run build renews it.
import type { NestedObject, NestedValue } from './nested';
import type { Expression, SecretReference, ServiceSource } from './source';

/** The settings that each service type takes, by the type. */
export interface UserConfigs {
  readonly pg: PgUserConfig;
  readonly mysql: MysqlUserConfig;
  readonly opensearch: OpensearchUserConfig;
  readonly clickhouse: ClickhouseUserConfig;
  readonly valkey: ValkeyUserConfig;
  readonly dragonfly: DragonflyUserConfig;
  readonly grafana: GrafanaUserConfig;
  readonly kafka: KafkaUserConfig;
  readonly kafka_connect: KafkaConnectUserConfig;
  readonly kafka_mirrormaker: KafkaMirrormakerUserConfig;
  readonly flink: FlinkUserConfig;
  readonly thanos: ThanosUserConfig;
  readonly cassandra: CassandraUserConfig;
  readonly redis: RedisUserConfig;
  readonly m3db: M3dbUserConfig;
  readonly influxdb: InfluxdbUserConfig;
  readonly elasticsearch: ElasticsearchUserConfig;
  readonly alloydbomni: AlloydbomniUserConfig;
}

/** Settings of a PostgreSQL service. Keys left out keep the vendor's default. */
interface PgUserConfig {
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
  /** Days that automatic backups are kept; without it as many backups as the plan keeps. Bounds: from 1, to 30. */
  readonly backupRetentionDays?: number;
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
  /** Gives each replica of high availability a name of its own. */
  readonly enableHaReplicaDns?: boolean | Expression;
  /** Number of nodes, on plans that leave it open. Bounds: from 1, to 100. */
  readonly nodeCount?: number | null;
  /** Settings of postgresql.conf. */
  readonly pg?: NestedObject;
  /** Settings of the pg_qualstats extension. */
  readonly pgQualstats?: NestedObject;
  /** Turns the pg_stat_monitor extension on. */
  readonly pgStatMonitorEnable?: boolean | Expression;
  /** Turns the pg_stat_plans extension on. */
  readonly pgStatPlansEnable?: boolean | Expression;
  /** Settings of the pgaudit extension. */
  readonly pgaudit?: NestedObject;
  /** Settings of the connection pooler. */
  readonly pgbouncer?: NestedObject;
  /** Settings of the failover monitor. */
  readonly pglookout?: NestedObject;
  /** Share of memory used for shared buffers. Bounds: from 20, to 60. */
  readonly sharedBuffersPercentage?: number;
  /** When the primary may change: weekday, from, to. Bounds: at most 28 items. */
  readonly switchoverWindows?: readonly NestedValue[];
  /** Kind of synchronous replication. */
  readonly synchronousReplication?: 'off' | 'quorum' | Expression;
  /** Settings of the TimescaleDB extension. */
  readonly timescaledb?: NestedObject;
  /** Memory of one query operation, in MB. Bounds: from 1, to 1024. */
  readonly workMem?: number;
}

/** Settings of a MySQL service. Keys left out keep the vendor's default. */
interface MysqlUserConfig {
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
  /** Least time that binary logs are kept, in seconds. Bounds: from 600. */
  readonly binlogRetentionPeriod?: number;
  /** Settings of mysql.conf. */
  readonly mysql?: NestedObject;
}

/** Settings of an OpenSearch service. Keys left out keep the vendor's default. */
interface OpensearchUserConfig {
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
  /** OpenSearch version. */
  readonly opensearchVersion?: '1' | '2' | '2.19' | '3.3' | '3.6' | Expression | null;
  /**
   * Region of the same provider that backups are copied to; at most one.
   * Bounds: at most 256 characters, at most 1 items.
   */
  readonly additionalBackupRegions?: readonly string[];
  /** Single sign-on by SAML: enabled, the two entity ids, metadata address, keys of roles and subject. */
  readonly saml?: NestedObject;
  /** Single sign-on by OpenID Connect: enabled, client, address of the identity provider. */
  readonly openid?: NestedObject;
  /** Sign-on by JSON web tokens: enabled, signing key, header, keys of roles and subject. */
  readonly jwt?: NestedObject;
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
  /** Host name of your own that points at the web front end. Bounds: at most 255 characters. */
  readonly customDomain?: string | null;
  /** Keys to stores of snapshots. Bounds: at most 10 items. */
  readonly customKeystores?: readonly NestedValue[];
  /** Stores of snapshots. Bounds: at most 10 items. */
  readonly customRepos?: readonly NestedValue[];
  /** Snapshot in Azure storage to restore from. */
  readonly azureMigration?: NestedObject;
  /** Leaves replica counts as they are on several nodes. */
  readonly disableReplicationFactorAdjustment?: boolean | Expression | null;
  /** Snapshot in Google Cloud Storage to restore from. */
  readonly gcsMigration?: NestedObject;
  /** How many indices of a pattern are kept. Bounds: at most 512 items. */
  readonly indexPatterns?: readonly NestedValue[];
  /** Settings of index rollups. */
  readonly indexRollup?: NestedObject;
  /** Template of new indices. */
  readonly indexTemplate?: NestedObject;
  /** Keeps the refresh interval of each index. */
  readonly keepIndexRefreshInterval?: boolean | Expression;
  /** Most indices kept; use index_patterns. Bounds: from 0. @deprecated */
  readonly maxIndexCount?: number;
  /** Settings of opensearch.yml. */
  readonly opensearch?: NestedObject;
  /** Settings of OpenSearch Dashboards. */
  readonly opensearchDashboards?: NestedObject;
  /** Snapshot in S3 to restore from. */
  readonly s3Migration?: NestedObject;
}

/** Settings of a ClickHouse service. Keys left out keep the vendor's default. */
interface ClickhouseUserConfig {
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
  /** ClickHouse version. */
  readonly clickhouseVersion?: '25.3' | '25.8' | '26.3' | Expression;
  /** Hour of the day, UTC, when the backup starts. Bounds: from 0, to 23. */
  readonly backupHour?: number | null;
  /** Minute of the hour when the backup starts. Bounds: from 0, to 59. */
  readonly backupMinute?: number | null;
  /**
   * Region that backups are copied to; deprecated, the type has no such copies.
   * Bounds: at most 256 characters, at most 1 items.
   * @deprecated
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
  /** Settings of the server. */
  readonly serverSettings?: NestedObject;
  /** Settings of each session. */
  readonly sessionSettings?: NestedObject;
  /** Free share of a disk below which data moves to object storage. Bounds: from 0, to 1. */
  readonly tieredStorageMoveFactor?: number;
}

/** Settings of a Valkey service. Keys left out keep the vendor's default. */
interface ValkeyUserConfig {
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
  /** Number of threads for input and output. Bounds: from 1, to 256. */
  readonly valkeyIoThreads?: number;
  /** Minutes after which a usage counter decays. Bounds: from 1, to 120. */
  readonly valkeyLfuDecayTime?: number;
  /** Logarithm factor of usage counters. Bounds: from 0, to 100. */
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
  /** Number of numbered databases. Bounds: from 1, to 128. */
  readonly valkeyNumberOfDatabases?: number;
  /** Output buffer of a subscriber, in MB. Bounds: from 32, to 262144. */
  readonly valkeyPubsubClientOutputBufferLimit?: number;
  /** Requires encrypted connections. */
  readonly valkeySsl?: boolean | Expression;
  /** Seconds after which an idle connection is closed. Bounds: from 0, to 2073600. */
  readonly valkeyTimeout?: number;
}

/** Settings of a Dragonfly service. Keys left out keep the vendor's default. */
interface DragonflyUserConfig {
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
  /** Persistence; off deletes all backups and forbids forking. */
  readonly dragonflyPersistence?: 'dfs' | 'off' | 'rdb' | Expression;
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
  /** Evicts entries when memory is nearly full. */
  readonly cacheMode?: boolean | Expression;
  /** Requires encrypted connections. */
  readonly dragonflySsl?: boolean | Expression;
}

/** Settings of a Grafana service. Keys left out keep the vendor's default. */
interface GrafanaUserConfig {
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
  /** Grafana major version. */
  readonly grafanaVersion?: '11' | Expression;
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
  /** Host name of your own that points at the web front end. Bounds: at most 255 characters. */
  readonly customDomain?: string | null;
  /** Legacy alerting; without effect from version 11. */
  readonly alertingEnabled?: boolean | Expression;
  /** State of a rule after an error. */
  readonly alertingErrorOrTimeout?: 'alerting' | 'keep_state' | Expression;
  /** Alert annotations kept; 0 keeps all. Bounds: from 0, to 1000000. */
  readonly alertingMaxAnnotationsToKeep?: number;
  /** State of a rule without data. */
  readonly alertingNodataOrNullvalues?: 'alerting' | 'keep_state' | 'no_data' | 'ok' | Expression;
  /** Dashboards may be embedded in other pages. */
  readonly allowEmbedding?: boolean | Expression;
  /** Sign-on by Azure. */
  readonly authAzuread?: NestedObject;
  /** Shows the built-in login form. */
  readonly authBasicEnabled?: boolean | Expression;
  /** Sign-on by any OAuth provider. */
  readonly authGenericOauth?: NestedObject;
  /** Sign-on by GitHub. */
  readonly authGithub?: NestedObject;
  /** Sign-on by GitLab. */
  readonly authGitlab?: NestedObject;
  /** Sign-on by Google. */
  readonly authGoogle?: NestedObject;
  /** SameSite attribute of cookies. */
  readonly cookieSamesite?: 'lax' | 'none' | 'strict' | Expression;
  /** Previews of dashboards. */
  readonly dashboardPreviewsEnabled?: boolean | Expression;
  /** Dashboards drawn by the Scenes library. */
  readonly dashboardScenesEnabled?: boolean | Expression;
  /** Shortest refresh of a dashboard, such as 5s. */
  readonly dashboardsMinRefreshInterval?: string;
  /** Versions kept of each dashboard. Bounds: from 1, to 100. */
  readonly dashboardsVersionsToKeep?: number;
  /** Sends the name of the user to data sources. */
  readonly dataproxySendUserHeader?: boolean | Expression;
  /** Timeout of requests to data sources, in seconds. Bounds: from 15, to 90. */
  readonly dataproxyTimeout?: number;
  /** How dates are written. */
  readonly dateFormats?: NestedObject;
  /** Shows no pictures of users. */
  readonly disableGravatar?: boolean | Expression;
  /** Editors manage what they created. */
  readonly editorsCanAdmin?: boolean | Expression;
  /** Bucket for rendered images. */
  readonly externalImageStorage?: NestedObject;
  /** Google Analytics id. */
  readonly googleAnalyticsUaId?: string;
  /** Serves its own metrics. */
  readonly metricsEnabled?: boolean | Expression;
  /** Finds users by their email address. */
  readonly oauthAllowInsecureEmailLookup?: boolean | Expression;
  /** Mail server for notifications. */
  readonly smtpServer?: NestedObject | null;
  /** Unified alerting. */
  readonly unifiedAlertingEnabled?: boolean | Expression;
  /** New users join the main organization. */
  readonly userAutoAssignOrg?: boolean | Expression;
  /** Role of new users. */
  readonly userAutoAssignOrgRole?: 'Admin' | 'Editor' | 'Viewer' | Expression;
  /** Viewers may edit without saving. */
  readonly viewersCanEdit?: boolean | Expression;
  /** Write-ahead logging of its own database. */
  readonly wal?: boolean | Expression;
}

/** Settings of an Apache Kafka service. Keys left out keep the vendor's default. */
interface KafkaUserConfig {
  /** Kafka version. */
  readonly kafkaVersion?:
    '3.1' | '3.2' | '3.3' | '3.4' | '3.5' | '3.6' | '3.7' | '3.8' | '3.9' | '4.0' | '4.1' | '4.2' | Expression | null;
  /**
   * Region that backups are copied to; deprecated, the type has no such copies.
   * Bounds: at most 256 characters, at most 1 items.
   * @deprecated
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
  /** Host name of your own that points at the web front end. Bounds: at most 255 characters. */
  readonly customDomain?: string | null;
  /** Registers AAAA records and accepts IPv6. */
  readonly enableIpv6?: boolean | Expression;
  /** Messages can be read through the console and the API. */
  readonly aivenKafkaTopicMessages?: boolean | Expression;
  /** Hours between backups; for ACU plans only. Bounds: from 3, to 24. */
  readonly backupIntervalHours?: 3 | 4 | 6 | 8 | 12 | 24 | Expression;
  /** Days that backups are kept; for ACU plans only. Bounds: from 1, to 30. */
  readonly backupRetentionDays?: number;
  /** Consumers read from the nearest replica. */
  readonly followerFetching?: NestedObject;
  /** Addresses that Google authentication may use. */
  readonly gcpAuthAllowedUrls?: readonly NestedValue[];
  /** Topics without local disks, as they were called first. */
  readonly inkless?: NestedObject;
  /** Settings of the brokers. */
  readonly kafka?: NestedObject;
  /** How clients sign in. */
  readonly kafkaAuthenticationMethods?: NestedObject;
  /** Turns Kafka Connect on. */
  readonly kafkaConnect?: boolean | Expression;
  /** Settings of Kafka Connect. */
  readonly kafkaConnectConfig?: NestedObject;
  /** Versions of connector plug-ins. */
  readonly kafkaConnectPluginVersions?: readonly NestedValue[];
  /** Stores that connectors read secrets from. */
  readonly kafkaConnectSecretProviders?: readonly NestedValue[];
  /** Topics without local disks. */
  readonly kafkaDiskless?: NestedObject;
  /** Turns the REST interface on. */
  readonly kafkaRest?: boolean | Expression;
  /** Authorization in the REST interface. */
  readonly kafkaRestAuthorization?: boolean | Expression;
  /** Settings of the REST interface. */
  readonly kafkaRestConfig?: NestedObject;
  /** SASL mechanisms on offer. */
  readonly kafkaSaslMechanisms?: NestedObject;
  /** Version of the schema registry and the REST interface. */
  readonly karapaceVersion?: string;
  /** Uses a Let's Encrypt certificate for SASL. */
  readonly letsencryptSasl?: boolean | Expression;
  /** Uses a Let's Encrypt certificate for SASL by Privatelink. */
  readonly letsencryptSaslPrivatelink?: boolean | Expression;
  /** Zones that nodes are put in first. Bounds: at most 10 items. */
  readonly preferredZones?: readonly NestedValue[];
  /** Addresses that tokens may come from. */
  readonly saslOauthbearerAllowedUrls?: readonly NestedValue[];
  /** Turns the schema registry on. */
  readonly schemaRegistry?: boolean | Expression;
  /** Settings of the schema registry. */
  readonly schemaRegistryConfig?: NestedObject;
  /** Keeps all nodes in one zone. */
  readonly singleZone?: NestedObject;
  /** Older segments move to object storage. */
  readonly tieredStorage?: NestedObject;
}

/** Settings of an Apache Kafka Connect service. Keys left out keep the vendor's default. */
interface KafkaConnectUserConfig {
  /**
   * Region that backups are copied to; deprecated, the type has no such copies.
   * Bounds: at most 256 characters, at most 1 items.
   * @deprecated
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
  /** Addresses that Google authentication may use. */
  readonly gcpAuthAllowedUrls?: readonly NestedValue[];
  /** Zones that nodes are put in first. Bounds: at most 10 items. */
  readonly preferredZones?: readonly NestedValue[];
  /** Addresses that tokens may come from. */
  readonly saslOauthbearerAllowedUrls?: readonly NestedValue[];
  /** Settings of Kafka Connect. */
  readonly kafkaConnect?: NestedObject;
  /** Versions of connector plug-ins. */
  readonly pluginVersions?: readonly NestedValue[];
  /** Stores that connectors read secrets from. */
  readonly secretProviders?: readonly NestedValue[];
}

/** Settings of an Apache Kafka MirrorMaker 2 service. Keys left out keep the vendor's default. */
interface KafkaMirrormakerUserConfig {
  /**
   * Region that backups are copied to; deprecated, the type has no such copies.
   * Bounds: at most 256 characters, at most 1 items.
   * @deprecated
   */
  readonly additionalBackupRegions?: readonly string[];
  /** Address blocks that may connect: texts, or objects with a network. Bounds: at most 8000 items. */
  readonly ipFilter?: readonly NestedValue[];
  /** Keeps the service's logs for the API and the console. */
  readonly serviceLog?: boolean | Expression | null;
  /** Uses static public addresses. */
  readonly staticIps?: boolean | Expression;
  /** Zones that nodes are put in first. Bounds: at most 10 items. */
  readonly preferredZones?: readonly NestedValue[];
  /** Addresses that tokens may come from. */
  readonly saslOauthbearerAllowedUrls?: readonly NestedValue[];
  /** Settings of MirrorMaker. */
  readonly kafkaMirrormaker?: NestedObject;
}

/** Settings of an Apache Flink service. Keys left out keep the vendor's default. */
interface FlinkUserConfig {
  /** Flink version. Bounds: create-only. */
  readonly flinkVersion?: '1.16' | '1.19' | '1.20' | Expression | null;
  /**
   * Region that backups are copied to; deprecated, the type has no such copies.
   * Bounds: at most 256 characters, at most 1 items.
   * @deprecated
   */
  readonly additionalBackupRegions?: readonly string[];
  /** Address blocks that may connect: texts, or objects with a network. Bounds: at most 8000 items. */
  readonly ipFilter?: readonly NestedValue[];
  /** Keeps the service's logs for the API and the console. */
  readonly serviceLog?: boolean | Expression | null;
  /** Uses static public addresses. */
  readonly staticIps?: boolean | Expression;
  /** Components reachable through Privatelink. */
  readonly privatelinkAccess?: NestedObject;
  /** Components of a service in a VPC that are reachable from the internet. */
  readonly publicAccess?: NestedObject;
  /** Own programs can be uploaded. Bounds: create-only. */
  readonly customCode?: boolean | Expression;
  /** Task slots of each node. Bounds: from 1, to 1024. */
  readonly numberOfTaskSlots?: number;
  /** Timeout of requests between nodes, in seconds. Bounds: from 5, to 60. */
  readonly pekkoAskTimeoutS?: number;
  /** Largest message between nodes, in bytes. Bounds: from 1048576, to 52428800. */
  readonly pekkoFramesizeB?: number;
}

/** Settings of a Thanos Metrics service. Keys left out keep the vendor's default. */
interface ThanosUserConfig {
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
  /** Settings of the compactor. */
  readonly compactor?: NestedObject;
  /** Environment variables. @deprecated */
  readonly env?: NestedObject;
  /** Use of object storage that raises an alert; 0 for none. Bounds: from 0. */
  readonly objectStorageUsageAlertThresholdGb?: number;
  /** Settings of the query nodes. */
  readonly query?: NestedObject;
  /** Settings of the query front end. */
  readonly queryFrontend?: NestedObject;
  /** Settings of the ingesting receiver. */
  readonly receiverIngesting?: NestedObject;
  /** Settings of the routing receiver. */
  readonly receiverRouting?: NestedObject;
  /** Settings of the ruler. */
  readonly ruler?: NestedObject;
  /** Settings of the store. */
  readonly store?: NestedObject;
}

/** Settings of an Apache Cassandra service. Keys left out keep the vendor's default. */
interface CassandraUserConfig {
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
  /** Cassandra version. */
  readonly cassandraVersion?: '3' | '4' | '4.1' | Expression | null;
  /** Hour of the day, UTC, when the backup starts. Bounds: from 0, to 23. */
  readonly backupHour?: number | null;
  /** Minute of the hour when the backup starts. Bounds: from 0, to 59. */
  readonly backupMinute?: number | null;
  /**
   * Region that backups are copied to; deprecated, the type has no such copies.
   * Bounds: at most 256 characters, at most 1 items.
   * @deprecated
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
  /** Components of a service in a VPC that are reachable from the internet. */
  readonly publicAccess?: NestedObject;
  /** Settings of the engine. */
  readonly cassandra?: NestedObject;
  /** Accepts data files by sstableloader; only at creation. Bounds: create-only. */
  readonly migrateSstableloader?: boolean | Expression;
  /** Service to form a bigger cluster with; only at creation. Bounds: at most 64 characters, create-only. */
  readonly serviceToJoinWith?: string;
}

/** Settings of a Caching (Redis) service. Keys left out keep the vendor's default. */
interface RedisUserConfig {
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

/** Settings of a M3DB service. Keys left out keep the vendor's default. */
interface M3dbUserConfig {
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
  /** M3DB version. */
  readonly m3dbVersion?: '1.1' | '1.2' | '1.5' | Expression | null;
  /**
   * Region that backups are copied to; deprecated, the type has no such copies.
   * Bounds: at most 256 characters, at most 1 items.
   * @deprecated
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
  /** Components of a service in a VPC that are reachable from the internet. */
  readonly publicAccess?: NestedObject;
  /** Host name of your own that points at the web front end. Bounds: at most 255 characters. */
  readonly customDomain?: string | null;
  /** Limits of queries. */
  readonly limits?: NestedObject;
  /** Accepts metrics in the Graphite format. */
  readonly m3coordinatorEnableGraphiteCarbonIngest?: boolean | Expression;
  /** Namespaces of metrics. */
  readonly namespaces?: readonly NestedValue[];
  /** Mapping rules. */
  readonly rules?: NestedObject;
}

/** Settings of an InfluxDB service. Keys left out keep the vendor's default. */
interface InfluxdbUserConfig {
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
  /**
   * Region that backups are copied to; deprecated, the type has no such copies.
   * Bounds: at most 256 characters, at most 1 items.
   * @deprecated
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
  /** Host name of your own that points at the web front end. Bounds: at most 255 characters. */
  readonly customDomain?: string | null;
  /** Settings of influxdb.conf. */
  readonly influxdb?: NestedObject;
}

/** Settings of an Elasticsearch service. Keys left out keep the vendor's default. */
interface ElasticsearchUserConfig {
  /**
   * Name of the service to fork; read only while the service is created.
   * Bounds: at most 64 characters, create-only.
   * @deprecated
   */
  readonly serviceToForkFrom?: ServiceSource | string | null;
  /**
   * Name of the project of the service to fork, when it is another project; read only while the service is created.
   * Bounds: at most 63 characters, create-only.
   * @deprecated
   */
  readonly projectToForkFrom?: string | null;
  /** Name of the backup that the fork is restored from. Bounds: at most 128 characters. @deprecated */
  readonly recoveryBasebackupName?: string;
  /** Elasticsearch major version. @deprecated */
  readonly elasticsearchVersion?: '7' | Expression | null;
  /** Address blocks that may connect: texts, or objects with a network. Bounds: at most 8000 items. @deprecated */
  readonly ipFilter?: readonly NestedValue[];
  /** Keeps the service's logs for the API and the console. @deprecated */
  readonly serviceLog?: boolean | Expression | null;
  /** Uses static public addresses. @deprecated */
  readonly staticIps?: boolean | Expression;
  /** Components reachable from private networks. @deprecated */
  readonly privateAccess?: NestedObject;
  /** Components reachable through Privatelink. @deprecated */
  readonly privatelinkAccess?: NestedObject;
  /** Components of a service in a VPC that are reachable from the internet. @deprecated */
  readonly publicAccess?: NestedObject;
  /** Host name of your own that points at the web front end. Bounds: at most 255 characters. @deprecated */
  readonly customDomain?: string | null;
  /** Leaves replica counts as they are on several nodes. @deprecated */
  readonly disableReplicationFactorAdjustment?: boolean | Expression | null;
  /** Settings of the engine. @deprecated */
  readonly elasticsearch?: NestedObject;
  /** How many indices of a pattern are kept. Bounds: at most 512 items. @deprecated */
  readonly indexPatterns?: readonly NestedValue[];
  /** Template of new indices. @deprecated */
  readonly indexTemplate?: NestedObject;
  /** Keeps the refresh interval of each index. @deprecated */
  readonly keepIndexRefreshInterval?: boolean | Expression;
  /** Settings of Kibana. @deprecated */
  readonly kibana?: NestedObject;
  /** Most indices kept; use index_patterns. Bounds: from 0. @deprecated */
  readonly maxIndexCount?: number;
}

/** Settings of an AlloyDB Omni service. Keys left out keep the vendor's default. */
interface AlloydbomniUserConfig {
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
  readonly alloydbomniVersion?: '15' | Expression;
  /** Variant of the service, which decides the features at hand. */
  readonly variant?: 'aiven' | 'timescale' | Expression | null;
  /** Hour of the day, UTC, when the backup starts. Bounds: from 0, to 23. */
  readonly backupHour?: number | null;
  /** Minute of the hour when the backup starts. Bounds: from 0, to 59. */
  readonly backupMinute?: number | null;
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
  /** Turns the columnar engine on. */
  readonly googleColumnarEngineEnabled?: boolean | Expression;
  /** Share of memory for the columnar engine. Bounds: from 0, to 50. */
  readonly googleColumnarEngineMemorySizePercentage?: number;
  /** Number of nodes, on plans that leave it open. Bounds: from 1. */
  readonly nodeCount?: number | null;
  /** Settings of postgresql.conf. */
  readonly pg?: NestedObject;
  /** PostgreSQL major version. */
  readonly pgVersion?: '15' | Expression;
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
  /** Memory of one query operation, in MB. Bounds: from 1, to 1024. */
  readonly workMem?: number;
}
