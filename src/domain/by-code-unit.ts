/** Orders texts by code unit: the same on every machine, whatever its language. */
export const byCodeUnit = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
