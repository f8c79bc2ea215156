/** Orders texts by code unit: the same on every machine, whatever its language. */
export const byCodeUnit = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Sorts by a text of each item; items of the same text by all that they hold, so that the order of the input never shows. */
export const sortedByText = <T>(items: readonly T[], textOf: (item: T) => string): readonly T[] =>
  items
    .map((item) => ({ item, text: textOf(item) }))
    .sort(
      (left, right) =>
        byCodeUnit(left.text, right.text) || byCodeUnit(JSON.stringify(left.item), JSON.stringify(right.item)),
    )
    .map(({ item }) => item);
