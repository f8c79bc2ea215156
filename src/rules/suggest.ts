import type { Catalogue } from '../domain';

/** At most this many edits turn a misspelt name into the one that was meant: a third of its length, and never more than 3. */
const editBound = (name: string): number => Math.min(3, Math.max(1, Math.floor(name.length / 3)));

/** The name nearest to a misspelt one, when it is near enough; of equally near ones the first by code unit. Never throws. */
export const nearestName = (wanted: string, names: Iterable<string>): string | undefined => {
  let best: { readonly name: string; readonly edits: number } | undefined;
  for (const name of names) {
    if (name === wanted) continue;
    const edits = editDistance(wanted, name, editBound(wanted));
    if (edits === undefined || (best && (edits > best.edits || (edits === best.edits && name >= best.name)))) continue;
    best = { name, edits };
  }
  return best?.name;
};

/** The cloud that was meant: the one cloud whose name ends with a name without its provider, or else the nearest. Never throws. */
export const nearestCloud = (wanted: string, { clouds }: Pick<Catalogue, 'clouds'>): string | undefined => {
  const name = wanted.toLowerCase();
  if (clouds.has(name) && name !== wanted) return name;
  const endings = name === '' ? [] : [...clouds.keys()].filter((cloud) => cloud.endsWith(`-${name}`));
  return endings.length === 1 ? endings[0] : nearestName(wanted, clouds.keys());
};

/** Damerau-Levenshtein distance (insert, delete, replace, swap of neighbours); undefined beyond the bound. */
const editDistance = (left: string, right: string, bound: number): number | undefined => {
  if (Math.abs(left.length - right.length) > bound) return undefined;
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = nextRow({ left, right, i, row, before });
    if (Math.min(...next) > bound) return undefined;
    [before, row] = [row, next];
  }
  const edits = row[right.length] ?? Infinity;
  return edits <= bound ? edits : undefined;
};

const nextRow = (step: {
  readonly left: string;
  readonly right: string;
  readonly i: number;
  readonly row: readonly number[];
  readonly before: readonly number[];
}): readonly number[] => {
  const { left, right, i, row, before } = step;
  const next = [i];
  for (let j = 1; j <= right.length; j += 1) {
    const replaced = cell(row, j - 1) + (left[i - 1] === right[j - 1] ? 0 : 1);
    const swapped =
      i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]
        ? cell(before, j - 2) + 1
        : Infinity;
    next.push(Math.min(cell(row, j) + 1, cell(next, j - 1) + 1, replaced, swapped));
  }
  return next;
};

const cell = (row: readonly number[], index: number): number => row[index] ?? Infinity;
