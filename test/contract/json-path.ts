/**
 * Every value that a path leads to: `a.b`, `[]` for each item of a list, `*` or `<t>` for each value of an object. A part that is
 * missing gives `undefined`.
 */
export const valuesAt = (value: unknown, path: string): readonly unknown[] =>
  path.split('.').reduce<readonly unknown[]>(
    (values, part) =>
      values.flatMap((inner): readonly unknown[] => {
        if (part === '[]') return Array.isArray(inner) ? inner : [undefined];
        if (typeof inner !== 'object' || inner === null) return [undefined];
        if (part === '*' || part === '<t>') return Object.values(inner);
        return [new Map(Object.entries(inner)).get(part)];
      }),
    [value],
  );
