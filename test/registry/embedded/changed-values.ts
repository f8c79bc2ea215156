import fc from 'fast-check';

/** What stands where something else is wanted. */
const odd: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  ...[
    undefined,
    null,
    '',
    'sunday',
    '2026-11-20T08:00:00Z',
    'owner-of-b',
    7,
    7.5,
    2 ** 53,
    Infinity,
    true,
    [],
    [1],
    ['a'],
    {},
  ],
  ...[{ a: 'b' }, { a: 1 }, { integration_type: 'x' }, [{ integration_type: 'x', port: 1 }], 'x'.repeat(1025)],
);

type Path = readonly string[];

/** Every place in a value, its own first. */
const placesIn = (value: unknown): readonly Path[] => [
  [],
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, part]) => placesIn(part).map((rest) => [name, ...rest]))
    : []),
];

/** The value with another at a place of it; undefined: with nothing there. */
const withAt = (value: unknown, [name, ...rest]: Path, put: unknown): unknown => {
  if (name === undefined) return put;
  if (Array.isArray(value))
    return value.map((part: unknown, index) => (String(index) === name ? withAt(part, rest, put) : part));
  const fields = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const others = fields.filter(([other]) => other !== name);
  const changed = withAt(fields.find(([other]) => other === name)?.[1], rest, put);
  return Object.fromEntries(changed === undefined ? others : [...others, [name, changed]]);
};

/** The value with up to two of its places, or names beside them, taken by something else. */
export const changedValues = (whole: unknown): fc.Arbitrary<unknown> => {
  const change = fc.tuple(fc.constantFrom(...placesIn(whole)), fc.constantFrom([], ['surprise']), odd);
  return fc
    .array(change, { maxLength: 2 })
    .map((changes) => changes.reduce<unknown>((value, [at, more, put]) => withAt(value, [...at, ...more], put), whole));
};
