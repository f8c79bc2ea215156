import { once } from '../once';
import type { Plan } from '../plan';
import { daily, noBackups } from './backup-policies';
import { nodeSizes, nodeSizesUpTo, tierPlans, withoutDisk } from './define-plan';

const size8 = nodeSizes.slice(1, 2);

/** Plans of M3DB, InfluxDB and Thanos. Thanos keeps its data in object storage: no disk, no backups. */
export const timeSeriesPlans = once((): readonly Plan[] => [
  ...tierPlans('m3db', { tier: 'startup', nodes: 1, backup: daily(2), diskOfAllNodes: true }, size8),
  ...tierPlans('m3db', { tier: 'business', nodes: 3, backup: daily(14), diskOfAllNodes: true }, size8),
  ...tierPlans('m3db', { tier: 'premium', nodes: 3, backup: daily(30), diskOfAllNodes: true }, size8),
  ...tierPlans('influxdb', { tier: 'startup', nodes: 1, backup: daily(2) }, nodeSizesUpTo(16)),
  ...tierPlans('thanos', { tier: 'startup', nodes: 1, backup: noBackups }, withoutDisk(nodeSizes.slice(0, 2))),
  ...tierPlans('thanos', { tier: 'business', nodes: 3, backup: noBackups }, withoutDisk(nodeSizesUpTo(16))),
]);
