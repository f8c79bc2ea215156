import fc from 'fast-check';
import { editDistance } from '../../src/domain/edit-distance';
import { runs } from '../whole';

/** The textbook: each distance from those of shorter beginnings. */
const textbook = (left: string, right: string): number => {
  const rows: number[][] = Array.from({ length: left.length + 1 }, (_, i) => [i]);
  const cell = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let j = 0; j <= right.length; j += 1) rows[0]?.splice(j, 1, j);
  for (let i = 1; i <= left.length; i += 1) {
    for (let j = 1; j <= right.length; j += 1) {
      const replaced = cell(i - 1, j - 1) + (left[i - 1] === right[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      const swapped = isSwap ? cell(i - 2, j - 2) + 1 : Infinity;
      rows[i]?.splice(j, 1, Math.min(cell(i - 1, j) + 1, cell(i, j - 1) + 1, replaced, swapped));
    }
  }
  return cell(left.length, right.length);
};

test('two names are as far apart as the textbook says, or farther than the bound', () => {
  const names = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-'), maxLength: 8 });
  fc.assert(
    fc.property(names, names, fc.integer({ min: 0, max: 4 }), (left, right, bound) => {
      const edits = textbook(left, right);
      expect(editDistance(left, right, bound)).toBe(edits <= bound ? edits : undefined);
    }),
    { numRuns: runs(1_000) },
  );
});
