import type { Plan } from '../plan';
import { everyPlan } from './by-type';

/** Every plan of every service type. */
export const plans: readonly Plan[] = everyPlan();
