/**
 * The candidate that `name` was most likely meant to be: the one a few typing errors away, or the only one that ends in it
 * after a hyphen (`eu-central-1` for `aws-eu-central-1`). Undefined when none is near. Never throws.
 */
export const nearestName = (name: string, candidates: Iterable<string>): string | undefined => {
  const all = [...candidates];
  const lowered = name.toLowerCase();
  const prefixed = all.filter((candidate) => candidate.endsWith(`-${lowered}`));
  if (prefixed.length === 1) return prefixed[0];
  const allowed = Math.max(1, Math.floor(name.length / 4));
  let nearest: { readonly candidate: string; readonly edits: number } | undefined;
  for (const candidate of all) {
    if (Math.abs(candidate.length - lowered.length) > allowed) continue;
    const edits = editsBetween(lowered, candidate.toLowerCase());
    if (edits <= allowed && (nearest === undefined || edits < nearest.edits)) nearest = { candidate, edits };
  }
  return nearest?.candidate;
};

/** Insertions, deletions, replacements and swaps of neighbours that turn `from` into `to`. */
const editsBetween = (from: string, to: string): number => {
  let twoBack: readonly number[] = [];
  let oneBack = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(
        Math.min(
          (oneBack[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (oneBack[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (twoBack[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    twoBack = oneBack;
    oneBack = current;
  }
  return oneBack[to.length] ?? 0;
};
