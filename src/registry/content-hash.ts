import { sha256Hex } from '../domain';
import { loadCrypto } from './load-crypto';

/** A SHA-256 of texts in UTF-8, piece by piece. */
interface ContentHash {
  readonly update: (text: string) => void;
  /** Lower-case hexadecimal; ends the hash. */
  readonly end: () => string;
}

/** Above it Node's own is faster with its loading. */
const longestInHand = 16_384;

/** Most services hold little: what fits is hashed without Node's cryptography, and no row is held beyond that. */
export const contentHash = (): ContentHash => {
  let pending = '';
  let long: ReturnType<ReturnType<typeof loadCrypto>['createHash']> | undefined;
  return {
    update: (text) => {
      if (long === undefined && pending.length + text.length <= longestInHand) {
        pending += text;
        return;
      }
      long ??= loadCrypto().createHash('sha256').update(pending);
      long.update(text);
    },
    end: () => (long === undefined ? sha256Hex(pending) : long.digest('hex')),
  };
};
