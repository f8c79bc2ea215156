import fc from 'fast-check';
import { reuseSlots, type Slots } from '../../../src/console/list/slots';
import { runs } from '../../whole';

const slotsOf = (...lists: readonly (readonly string[])[]): Slots =>
  lists.reduce<Slots>((before, keys) => reuseSlots(before, keys), new Map());

describe('reuseSlots', () => {
  test('rows that stay keep their place, and new ones take those of the rows that went', () => {
    expect([...slotsOf(['a', 'b', 'c'], ['c', 'd', 'b'])]).toEqual([
      ['c', 2],
      ['d', 0],
      ['b', 1],
    ]);
  });

  test('a list that is wholly another one is drawn in the same places in the same order', () => {
    expect([...slotsOf(['a', 'b'], ['x', 'y', 'z']).values()]).toEqual([0, 1, 2]);
  });

  test('no two rows ever have one place, and no row that stays moves', () => {
    const list = fc.uniqueArray(fc.stringMatching(/^[a-f]$/));
    fc.assert(
      fc.property(fc.array(list, { minLength: 2, maxLength: 6 }), (lists) => {
        const before = slotsOf(...lists.slice(0, -1));
        const after = reuseSlots(before, lists.at(-1) ?? []);
        expect(new Set(after.values()).size).toBe(lists.at(-1)?.length);
        for (const [key, slot] of after) if (before.has(key)) expect(slot).toBe(before.get(key));
      }),
      { numRuns: runs(200) },
    );
  });
});
