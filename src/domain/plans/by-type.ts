import { planKey } from '../catalogue';
import type { Plan } from '../plan';
import { cassandraPlans } from './cassandra';
import { clickhousePlans } from './clickhouse';
import { grafanaPlans } from './grafana';
import { inMemoryPlans } from './in-memory';
import { relationalPlans } from './relational';
import { searchPlans } from './search';
import { streamingPlans } from './streaming';
import { timeSeriesPlans } from './time-series';

/** The plans of each service type, with those of its relatives: made when one of them is first asked for. */
const familyOf: Readonly<Record<string, () => readonly Plan[]>> = {
  pg: relationalPlans,
  mysql: relationalPlans,
  alloydbomni: relationalPlans,
  opensearch: searchPlans,
  elasticsearch: searchPlans,
  clickhouse: clickhousePlans,
  valkey: inMemoryPlans,
  dragonfly: inMemoryPlans,
  redis: inMemoryPlans,
  grafana: grafanaPlans,
  kafka: streamingPlans,
  kafka_connect: streamingPlans,
  kafka_mirrormaker: streamingPlans,
  flink: streamingPlans,
  cassandra: cassandraPlans,
  m3db: timeSeriesPlans,
  influxdb: timeSeriesPlans,
  thanos: timeSeriesPlans,
};

/** Every plan of every service type. */
export const everyPlan = (): readonly Plan[] => [...new Set(Object.values(familyOf))].flatMap((family) => family());

/** The plan of this key; undefined: there is none. */
export const findPlan = (key: string): Plan | undefined => {
  const [type = ''] = key.split('/', 1);
  const family = Object.hasOwn(familyOf, type) ? familyOf[type]?.() : undefined;
  return family?.find((plan) => planKey(plan.type, plan.name) === key);
};
