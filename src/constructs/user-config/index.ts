// Written from the list of keys in the domain: `UPDATE_GOLDEN=1 npx jest test/constructs/user-config` renews it.
import type { PgUserConfig } from './pg';
import type { MysqlUserConfig } from './mysql';
import type { OpensearchUserConfig } from './opensearch';
import type { ClickhouseUserConfig } from './clickhouse';
import type { ValkeyUserConfig } from './valkey';
import type { DragonflyUserConfig } from './dragonfly';
import type { GrafanaUserConfig } from './grafana';
import type { KafkaUserConfig } from './kafka';
import type { KafkaConnectUserConfig } from './kafka-connect';
import type { KafkaMirrormakerUserConfig } from './kafka-mirrormaker';
import type { FlinkUserConfig } from './flink';
import type { ThanosUserConfig } from './thanos';
import type { CassandraUserConfig } from './cassandra';
import type { RedisUserConfig } from './redis';
import type { M3dbUserConfig } from './m3db';
import type { InfluxdbUserConfig } from './influxdb';
import type { ElasticsearchUserConfig } from './elasticsearch';
import type { AlloydbomniUserConfig } from './alloydbomni';

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

export type {
  PgUserConfig,
  MysqlUserConfig,
  OpensearchUserConfig,
  ClickhouseUserConfig,
  ValkeyUserConfig,
  DragonflyUserConfig,
  GrafanaUserConfig,
  KafkaUserConfig,
  KafkaConnectUserConfig,
  KafkaMirrormakerUserConfig,
  FlinkUserConfig,
  ThanosUserConfig,
  CassandraUserConfig,
  RedisUserConfig,
  M3dbUserConfig,
  InfluxdbUserConfig,
  ElasticsearchUserConfig,
  AlloydbomniUserConfig,
};
