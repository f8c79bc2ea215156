import { once } from '../once';
import type { Plan } from '../plan';
import { daily } from './backup-policies';
import { fixedPlan } from './define-plan';

const disk = { diskMb: 16_384, diskCapMb: 81_920, diskStepMb: 10_240 };

/** Plans of Grafana. */
export const grafanaPlans = once((): readonly Plan[] => [
  fixedPlan('grafana', {
    name: 'dashboard-1',
    tier: 'dashboard',
    cpuPerNode: 1,
    memoryMbPerNode: 1_024,
    ...disk,
    backup: daily(3),
  }),
  fixedPlan('grafana', {
    name: 'startup-1',
    tier: 'startup',
    cpuPerNode: 2,
    memoryMbPerNode: 2_048,
    ...disk,
    backup: daily(3),
  }),
]);
