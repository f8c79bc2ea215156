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

/** Every service type by its name, each made when it is first asked for: a short process asks for one (decision 0009). */
export const serviceTypeByName: Readonly<Record<string, () => ServiceType>> = {
  pg,
  mysql,
  opensearch,
  clickhouse,
  valkey,
  dragonfly,
  grafana,
  kafka,
  kafka_connect: kafkaConnect,
  kafka_mirrormaker: kafkaMirrormaker,
  flink,
  thanos,
  cassandra,
  redis,
  m3db,
  influxdb,
  elasticsearch,
  alloydbomni,
};

/** The service type of this name; undefined: none has it. */
export const findServiceType = (name: string): ServiceType | undefined =>
  Object.hasOwn(serviceTypeByName, name) ? serviceTypeByName[name]?.() : undefined;
