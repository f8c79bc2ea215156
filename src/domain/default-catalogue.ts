import { planKey, type Catalogue } from './catalogue';
import { clouds } from './clouds';
import { LazyMap } from './lazy-map';
import { everyPlan, findPlan } from './plans/by-type';
import { findServiceType, serviceTypeByName } from './service-types/by-name';

/** All that is publicly on sale: every service type, cloud and plan. What is asked for alone is made alone. */
export const defaultCatalogue: Catalogue = {
  serviceTypes: new LazyMap({
    find: findServiceType,
    all: () => Object.entries(serviceTypeByName).map(([name, make]) => [name, make()] as const),
  }),
  clouds: new Map(clouds.map((cloud) => [cloud.name, cloud])),
  plans: new LazyMap({
    find: findPlan,
    all: () => everyPlan().map((plan) => [planKey(plan.type, plan.name), plan] as const),
  }),
  complete: true,
};
