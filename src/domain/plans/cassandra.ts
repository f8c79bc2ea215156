import { once } from '../once';
import type { Plan } from '../plan';
import { daily } from './backup-policies';
import { nodeSizes, tierPlans } from './define-plan';

const [size4, size8] = [nodeSizes.slice(0, 1), nodeSizes.slice(1, 2)];

/** Plans of Cassandra, a legacy type: three nodes at least. */
export const cassandraPlans = once((): readonly Plan[] => [
  ...tierPlans('cassandra', { tier: 'startup', nodes: 3, backup: daily(2), diskOfAllNodes: true }, [
    ...size4,
    ...size8,
  ]),
  ...tierPlans('cassandra', { tier: 'business', nodes: 3, backup: daily(14), diskOfAllNodes: true }, size8),
  ...tierPlans(
    'cassandra',
    { tier: 'premium', prefix: 'premium-6x', nodes: 6, backup: daily(30), diskOfAllNodes: true },
    size8,
  ),
]);
