/** The places that rows are drawn in, by the keys of the rows. */
export type Slots = ReadonlyMap<string, number>;

/** Rows that stay keep their place, and others take what is free: elements are changed, and not made anew. */
export const reuseSlots = (before: Slots, keys: readonly string[]): Slots => {
  const taken = new Set(keys.flatMap((key) => before.get(key) ?? []));
  let next = 0;
  const takeFree = (): number => {
    while (taken.has(next)) next += 1;
    return next++;
  };
  return new Map(keys.map((key) => [key, before.get(key) ?? takeFree()]));
};
