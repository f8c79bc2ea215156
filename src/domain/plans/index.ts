import type { Plan } from '../plan';
import { cassandraPlans } from './cassandra';
import { clickhousePlans } from './clickhouse';
import { grafanaPlans } from './grafana';
import { inMemoryPlans } from './in-memory';
import { relationalPlans } from './relational';
import { searchPlans } from './search';
import { streamingPlans } from './streaming';
import { timeSeriesPlans } from './time-series';

/** Every plan of every service type. */
export const plans: readonly Plan[] = [
  ...relationalPlans,
  ...searchPlans,
  ...clickhousePlans,
  ...inMemoryPlans,
  ...grafanaPlans,
  ...streamingPlans,
  ...cassandraPlans,
  ...timeSeriesPlans,
];
