import { planKey } from '../domain';
import type { Catalogue } from '../domain';
import type { RegistryState } from './state';

/** What is on sale in this world: the base catalogue with the registry's own plans and clouds over it. */
export const amendedCatalogue = (base: Catalogue, { plans, clouds }: RegistryState): Catalogue => {
  if (plans.length === 0 && clouds.length === 0) return base;
  return {
    ...base,
    plans: new Map([...base.plans, ...plans.map((plan) => [planKey(plan.type, plan.name), plan] as const)]),
    clouds: new Map([...base.clouds, ...clouds.map((cloud) => [cloud.name, cloud] as const)]),
  };
};
