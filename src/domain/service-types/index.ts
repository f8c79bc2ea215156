import type { ServiceType } from '../service-type';
import { alloydbomni } from './alloydbomni';
import { cassandra } from './cassandra';
import { clickhouse } from './clickhouse';
import { dragonfly } from './dragonfly';
import { elasticsearch } from './elasticsearch';
import { flink } from './flink';
import { grafana } from './grafana';
import { influxdb } from './influxdb';
import { kafka } from './kafka';
import { kafkaConnect } from './kafka-connect';
import { kafkaMirrormaker } from './kafka-mirrormaker';
import { m3db } from './m3db';
import { mysql } from './mysql';
import { opensearch } from './opensearch';
import { pg } from './pg';
import { redis } from './redis';
import { thanos } from './thanos';
import { valkey } from './valkey';

/** Every service type: twelve of the current schema, then six legacy ones. */
export const serviceTypes: readonly ServiceType[] = [
  pg,
  mysql,
  opensearch,
  clickhouse,
  valkey,
  dragonfly,
  grafana,
  kafka,
  kafkaConnect,
  kafkaMirrormaker,
  flink,
  thanos,
  cassandra,
  redis,
  m3db,
  influxdb,
  elasticsearch,
  alloydbomni,
];
