import { createHash } from 'node:crypto';
import { openUserCache, type CacheUser } from './user-cache';

/** The compiled code of one text, kept for the next process of the same user; without it everything works, only slower. Never throws. */
type CodeCache = {
  /** Undefined where there is none, or where another user could have written it. */
  readonly read: () => Buffer | undefined;
  /** Kept where this user alone can write; elsewhere nothing is. */
  readonly keep: (code: Buffer) => void;
};

/** SHA-256 stands before the code. */
const digestBytes = 32;

/** `compiledBy`: Node's version, its architecture and flags. What differs in any of it, or in the text, has another file. */
export const openCodeCache = (text: Buffer, compiledBy: readonly string[], user: CacheUser): CodeCache => {
  const name = `${digest(Buffer.concat([text, Buffer.from(`\0${compiledBy.join('\0')}`)])).toString('hex')}.code`;
  const cache = openUserCache(user);
  return {
    read: () => {
      const bytes = cache.read(name);
      if (bytes === undefined) return undefined;
      const code = bytes.subarray(digestBytes);
      return digest(code).equals(bytes.subarray(0, digestBytes)) ? code : undefined;
    },
    keep: (code) => cache.keep(name, Buffer.concat([digest(code), code])),
  };
};

const digest = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
