import { sha256Hex } from '../domain';
import { openUserCache, type CacheUser } from './user-cache';

/** The compiled code of one text, kept for the next process of the same user; without it everything works, only slower. Never throws. */
type CodeCache = {
  /** Undefined where there is none, or where another user could have written it. */
  readonly read: () => Buffer | undefined;
  /** Kept where this user alone can write; elsewhere nothing is. */
  readonly keep: (code: Buffer) => void;
};

/**
 * `digest`: of the text. `compiledBy`: Node's version, its architecture and flags. What differs in any of it has another file. Node's own
 * cryptography is not loaded for it, which takes longer than a short process reads its code in.
 */
export const openCodeCache = (digest: string, compiledBy: readonly string[], user: CacheUser): CodeCache => {
  const name = `${sha256Hex([digest, ...compiledBy].join('\0'))}.code`;
  const cache = openUserCache(user);
  return {
    read: () => {
      const bytes = cache.read(name);
      return bytes === undefined ? undefined : readWhole(bytes);
    },
    keep: (code) => cache.keep(name, Buffer.concat([code, code])),
  };
};

/** Code is kept twice: where a disk has lost or turned some of it, its halves differ, and comparing them is cheaper than any sum of it. */
const readWhole = (bytes: Buffer): Buffer | undefined => {
  const middle = bytes.length / 2;
  if (middle === 0 || !Number.isInteger(middle)) return undefined;
  const code = bytes.subarray(0, middle);
  return code.equals(bytes.subarray(middle)) ? code : undefined;
};
