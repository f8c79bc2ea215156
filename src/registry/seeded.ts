import { sha256Hex, sha256Number } from '../domain';

/** Lower-case hexadecimal SHA-256 of the parts, joined so that no two lists of parts read alike. Never throws. */
export const drawHash = (...parts: readonly (string | number)[]): string => sha256Hex(JSON.stringify(parts));

/** A whole number from 0 to `below` - 1 that follows from the parts alone. `below` at most 2^32. */
export const drawNumber = (below: number, ...parts: readonly (string | number)[]): number =>
  sha256Number(JSON.stringify(parts)) % below;

/** Text in the form of a UUID that follows from the parts alone. */
export const drawUuid = (...parts: readonly (string | number)[]): string => {
  const hash = drawHash(...parts);
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
};
