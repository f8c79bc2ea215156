import { secondMs, type ServiceType } from '../domain';
import type { LagQuery, RegionLag } from './lives';
import { backupViewAt } from './schedule/locations';
import { cloudsOf, type Phase } from './service-history';
import type { RegistryState } from './state';

/**
 * The lag of each second region that a service had in a span, oldest first: at each point of the grid, and where copying stopped and went
 * on.
 */
export const lagHistory = (
  registry: RegistryState,
  phases: readonly Phase[],
  type: ServiceType | undefined,
  { from, until, everyMs }: LagQuery,
): readonly RegionLag[] => {
  const count = Math.floor((until - from) / everyMs);
  const grid = Array.from({ length: count + 1 }, (_, index) => until - (count - index) * everyMs);
  return listRegions(phases)
    .filter((region) => region.from <= until && region.to > from)
    .map(({ last, cloud, ...region }) => {
      const stops = cloudsOf(last)
        .flatMap((place) => registry.outages[place] ?? [])
        .concat(last.copyPauses);
      const turns = stops.flatMap((stop) => [stop.from, ...(stop.to === null ? [] : [stop.to - secondMs])]);
      const instants = [...new Set([...grid, ...turns])].filter(
        (at) => at >= Math.max(from, region.from) && at <= until && at < region.to,
      );
      const points = instants
        .sort((a, b) => a - b)
        .flatMap((at) => {
          const { lagSeconds } = backupViewAt(registry, last, type, at).region;
          return lagSeconds === null ? [] : [{ at, lagSeconds }];
        });
      return { cloud, ...region, points };
    });
};

/** Each region with the last state of the service in which it was the second one. */
const listRegions = (phases: readonly Phase[]) => {
  const regions: (Omit<RegionLag, 'points'> & { readonly last: Phase['state'] })[] = [];
  for (const { from, to, state } of phases) {
    const { cloud } = state.region;
    const before = regions.at(-1);
    if (cloud === null || state.terminatedAt !== null) continue;
    const goesOn =
      before?.cloud === cloud && before.to === from && before.last.region.changedAt === state.region.changedAt;
    if (goesOn) regions.pop();
    regions.push({ cloud, from: goesOn ? before.from : from, to, last: state });
  }
  return regions;
};
