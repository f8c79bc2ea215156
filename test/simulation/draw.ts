/** Random choices that follow from a seed alone, so that a run is played again from one number. */
export interface Draw {
  /** A whole number, both ends inclusive. */
  between(from: number, to: number): number;
  /** True with this probability, 0 to 1. */
  chance(probability: number): boolean;
  /** One of the items. @throws RangeError when there are none */
  pick<T>(items: readonly T[]): T;
  /** One of the items, each as likely as its weight. @throws RangeError when there are none */
  weighted<T>(items: readonly (readonly [weight: number, item: T])[]): T;
}

/** The generator "mulberry32": 32 bits of state, good enough to choose with. */
export const drawFrom = (seed: number): Draw => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = <T>(items: readonly T[]): T => {
    for (const item of items.slice(Math.floor(next() * items.length))) return item;
    throw new RangeError('There is nothing to pick from.');
  };
  return {
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick,
    weighted: <T>(items: readonly (readonly [number, T])[]): T => {
      let left = next() * items.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, item] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return pick(items.map(([, item]) => item));
    },
  };
};
