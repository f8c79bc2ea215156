/** A SHA-256 that is fed piece by piece. */
export interface Sha256 {
  update(text: string): Sha256;
  /** Lower-case hexadecimal; ends the hash. */
  hex(): string;
}

/**
 * SHA-256 of texts in UTF-8, written out here because loading Node's own cryptography costs a short process a tenth of its
 * start. No secret is ever protected by it: it names requests and contents.
 * @see FIPS 180-4, section 6.2
 */
export const sha256 = (): Sha256 => {
  const state = Uint32Array.from(initialState);
  const block = new Uint8Array(64);
  let length = 0;
  const feed = (bytes: Uint8Array): void => {
    for (const byte of bytes) {
      block[length % 64] = byte;
      length += 1;
      if (length % 64 === 0) compress(state, block);
    }
  };
  const hash: Sha256 = {
    update: (text) => {
      feed(encoder.encode(text));
      return hash;
    },
    hex: () => {
      const bits = length * 8;
      feed(padding.subarray(0, ((119 - (length % 64)) % 64) + 1));
      const end = new DataView(new ArrayBuffer(8));
      end.setUint32(0, Math.floor(bits / 2 ** 32));
      end.setUint32(4, bits >>> 0);
      feed(new Uint8Array(end.buffer));
      return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
    },
  };
  return hash;
};

/** Lower-case hexadecimal SHA-256 of a text in UTF-8. */
export const sha256Hex = (text: string): string => sha256().update(text).hex();

const encoder = new TextEncoder();
const padding = Uint8Array.from({ length: 64 }, (_, at) => (at === 0 ? 0x80 : 0));

const firstPrimes = (count: number): readonly number[] => {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  return primes;
};

/** The first 32 bits of the fraction of a root. */
const fractionBits = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) >>> 0;

const primes = firstPrimes(64);
const initialState = Uint32Array.from(primes.slice(0, 8), (prime) => fractionBits(Math.sqrt(prime)));
const roundConstants = Uint32Array.from(primes, (prime) => fractionBits(Math.cbrt(prime)));
const schedule = new Uint32Array(64);

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** Reads outside of a typed array cannot happen here; the fallback only satisfies the compiler. */
const at = (words: Uint32Array | Uint8Array, index: number): number => words[index] ?? 0;

const compress = (state: Uint32Array, block: Uint8Array): void => {
  for (let i = 0; i < 16; i += 1)
    schedule[i] =
      (at(block, 4 * i) << 24) | (at(block, 4 * i + 1) << 16) | (at(block, 4 * i + 2) << 8) | at(block, 4 * i + 3);
  for (let i = 16; i < 64; i += 1) {
    const [near, far] = [at(schedule, i - 2), at(schedule, i - 15)];
    const small0 = rotate(far, 7) ^ rotate(far, 18) ^ (far >>> 3);
    const small1 = rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10);
    schedule[i] = at(schedule, i - 16) + small0 + at(schedule, i - 7) + small1;
  }
  let [a, b, c, d] = [at(state, 0), at(state, 1), at(state, 2), at(state, 3)];
  let [e, f, g, h] = [at(state, 4), at(state, 5), at(state, 6), at(state, 7)];
  for (let i = 0; i < 64; i += 1) {
    const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + big1 + ((e & f) ^ (~e & g)) + at(roundConstants, i) + at(schedule, i)) | 0;
    const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = at(state, i) + word));
};
