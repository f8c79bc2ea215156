import * as z from 'zod/mini';
import type { Catalogue } from './catalogue';
import { makeCatalogue } from './catalogue';
import { defaultCatalogue } from './default-catalogue';
import { cloudProviders, geoRegions, type Cloud } from './cloud';
import { PlanEntry, type Plan } from './plan';

/** A cloud as files write it. */
export const CloudEntry = z.strictObject({
  name: z.string().check(z.minLength(1)),
  provider: z.enum(cloudProviders),
  geoRegion: z.enum(geoRegions),
  limitedAvailability: z.exactOptional(z.literal(true)),
});

/**
 * A catalogue as files write it: `default`, or what it has beyond a base. Service types are part of a release of Forkcast, never of a file.
 * `complete`: a cloud missing here does not exist.
 */
export const CatalogueEntry = z.union([
  z.literal('default'),
  z.strictObject({
    base: z.enum(['default', 'none']),
    complete: z.boolean(),
    plans: z.array(PlanEntry),
    clouds: z.array(CloudEntry),
  }),
]);

/** A catalogue in a file. */
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;

/** The catalogue that an entry means. Never throws. */
export const catalogueFrom = (entry: CatalogueEntry): Catalogue => {
  if (entry === 'default') return defaultCatalogue;
  const base = entry.base === 'default' ? defaultCatalogue : undefined;
  return makeCatalogue({
    serviceTypes: [...defaultCatalogue.serviceTypes.values()],
    clouds: [...(base?.clouds.values() ?? []), ...entry.clouds],
    plans: [...(base?.plans.values() ?? []), ...entry.plans],
    complete: entry.complete,
  });
};

/** The shortest entry that means this catalogue. Never throws. */
export const writeCatalogue = (catalogue: Catalogue): CatalogueEntry => {
  if (catalogue === defaultCatalogue) return 'default';
  const contains = <T>(all: ReadonlyMap<string, T>, part: ReadonlyMap<string, T>): boolean =>
    [...part.keys()].every((key) => all.has(key));
  const amends =
    contains(catalogue.clouds, defaultCatalogue.clouds) && contains(catalogue.plans, defaultCatalogue.plans);
  const clouds = beyond<Cloud>(catalogue.clouds, amends ? defaultCatalogue.clouds : new Map());
  const plans = beyond<Plan>(catalogue.plans, amends ? defaultCatalogue.plans : new Map());
  if (amends && catalogue.complete && clouds.length === 0 && plans.length === 0) return 'default';
  return {
    base: amends ? 'default' : 'none',
    complete: catalogue.complete,
    clouds,
    plans,
  };
};

const beyond = <T>(all: ReadonlyMap<string, T>, base: ReadonlyMap<string, T>): T[] =>
  [...all].flatMap(([key, value]) => (JSON.stringify(base.get(key)) === JSON.stringify(value) ? [] : [value]));
