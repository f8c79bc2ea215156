/**
 * Damerau-Levenshtein distance (insert, delete, replace, swap of neighbours); undefined beyond the bound. What two names
 * begin and end with alike costs nothing, so only the middle is compared.
 */
export const editDistance = (left: string, right: string, bound: number): number | undefined => {
  if (Math.abs(left.length - right.length) > bound) return undefined;
  const shortest = Math.min(left.length, right.length);
  let start = 0;
  while (start < shortest && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < shortest - start && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1;
  const [leftMiddle, rightMiddle] = [left.slice(start, left.length - end), right.slice(start, right.length - end)];
  return strangers(leftMiddle, rightMiddle) > bound ? undefined : middleDistance(leftMiddle, rightMiddle, bound);
};

/** Characters that the other name has nowhere: each costs an edit of its own. */
const strangers = (text: string, other: string): number => {
  let count = 0;
  for (const character of text) if (!other.includes(character)) count += 1;
  return count;
};

const middleDistance = (left: string, right: string, bound: number): number | undefined => {
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
