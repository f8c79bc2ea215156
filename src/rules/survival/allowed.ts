import type { Catalogue } from '../../domain';

/** Whether a cloud is one of the places of a policy, parts of the world and clouds; undefined: nobody tells where it lies. Never throws. */
export const isAllowedPlace = (cloud: string, places: readonly string[], catalogue: Catalogue): boolean | undefined => {
  if (places.includes(cloud)) return true;
  const geoRegion = catalogue.clouds.get(cloud)?.geoRegion ?? 'unknown';
  if (geoRegion !== 'unknown') return places.includes(geoRegion);
  return places.every((place) => catalogue.clouds.has(place)) ? false : undefined;
};

/** Whether a plan is one of those of a policy; a `*` at the end of one stands for anything. Never throws. */
export const isAllowedPlan = (plan: string, plans: readonly string[]): boolean =>
  plans.some((allowed) => (allowed.endsWith('*') ? plan.startsWith(allowed.slice(0, -1)) : plan === allowed));
