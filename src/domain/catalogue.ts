import type { Cloud } from './cloud';
import type { Plan } from './plan';
import type { ServiceType } from './service-type';

/** What is on sale: service types, clouds and plans. A project's own list may be shorter, and may hold custom clouds. */
export interface Catalogue {
  readonly serviceTypes: ReadonlyMap<string, ServiceType>;
  readonly clouds: ReadonlyMap<string, Cloud>;
  /** By `planKey`. */
  readonly plans: ReadonlyMap<string, Plan>;
  /** True: read from the project itself, so that a cloud missing here does not exist for it. */
  readonly complete: boolean;
}

/** Key of a plan in a catalogue. */
export const planKey = (type: string, plan: string): string => `${type}/${plan}`;

/** A catalogue that knows exactly these. Later entries win over earlier ones of the same name. */
export const makeCatalogue = (entries: {
  readonly serviceTypes: readonly ServiceType[];
  readonly clouds: readonly Cloud[];
  readonly plans: readonly Plan[];
  readonly complete: boolean;
}): Catalogue => ({
  serviceTypes: new Map(entries.serviceTypes.map((type) => [type.name, type])),
  clouds: new Map(entries.clouds.map((cloud) => [cloud.name, cloud])),
  plans: new Map(entries.plans.map((plan) => [planKey(plan.type, plan.name), plan])),
  complete: entries.complete,
});
