import type { Catalogue } from './catalogue';
import { editDistance } from './edit-distance';

/** At most this many edits turn a misspelt name into the one that was meant: a third of its length, at most 3; of a letter, none. */
const editBound = (name: string): number =>
  name.length < 2 ? 0 : Math.min(3, Math.max(1, Math.floor(name.length / 3)));

/** The name nearest to a misspelt one, when it is near enough; of equally near ones the first by code unit. Never throws. */
export const nearestName = (wanted: string, names: Iterable<string>): string | undefined => {
  let best: { readonly name: string; readonly edits: number } | undefined;
  for (const name of names) {
    if (name === wanted) continue;
    const edits = editDistance(wanted, name, best?.edits ?? editBound(wanted));
    if (edits === undefined || (best && (edits > best.edits || (edits === best.edits && name >= best.name)))) continue;
    best = { name, edits };
  }
  return best?.name;
};

/** The service that was meant: capitals, spaces and a path are no part of its name. Never throws. */
export const nearestService = (wanted: string, names: readonly string[]): string | undefined => {
  const [name = ''] = wanted.trim().toLowerCase().replaceAll('_', '-').split('/').slice(-1);
  return name !== wanted && names.includes(name) ? name : nearestName(name, names);
};

/** The cloud that was meant: the one cloud whose name ends with a name without its provider, or else the nearest. Never throws. */
export const nearestCloud = (wanted: string, { clouds }: Pick<Catalogue, 'clouds'>): string | undefined => {
  const name = wanted.toLowerCase();
  if (clouds.has(name) && name !== wanted) return name;
  const endings = name === '' ? [] : [...clouds.keys()].filter((cloud) => cloud.endsWith(`-${name}`));
  return endings.length === 1 ? endings[0] : nearestName(wanted, clouds.keys());
};

/** What people call an engine, and the API does not. @see documentation: Caching was the name of Redis until May 2024 */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['caching', 'redis'],
  ['postgres', 'pg'],
  ['elastic', 'elasticsearch'],
]);

/** The service type that was meant: by its title, another name of its engine, or else the nearest code. Never throws. */
export const nearestServiceType = (
  wanted: string,
  { serviceTypes }: Pick<Catalogue, 'serviceTypes'>,
): string | undefined => {
  const name = wanted.toLowerCase();
  const titled = [...serviceTypes.values()].find(({ title }) => title.toLowerCase() === name)?.name;
  const other = otherNames.get(name);
  if (titled !== undefined) return titled;
  return other !== undefined && serviceTypes.has(other) ? other : nearestName(name, serviceTypes.keys());
};
